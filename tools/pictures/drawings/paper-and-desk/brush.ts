import { pigment, SHADE } from '../../palette.ts';
import { rod } from '../../shapes/rod.ts';
import { path, rect, stroke, turn } from '../../svg.ts';

export const brush =
  path(
    'M170 610C260 540 360 560 420 600S600 640 650 560C640 660 520 690 420 660S260 620 200 660z',
    pigment.ink,
  ) +
  stroke('M560 640q60-20 100-70M540 660q50 0 90-30', '#f3ecd4', 4) +
  turn(
    -52,
    400,
    380,
    rod(
      340,
      [
        [250, 24],
        [730, 20],
        [736, 14],
      ],
      pigment.straw,
      rect(420, 300, 9, 80, pigment.cedar) +
        rect(590, 300, 9, 80, pigment.cedar) +
        rect(716, 300, 30, 80, pigment.madder),
    ) +
      path('M250 312C200 300 150 320 60 342C150 364 200 380 250 368z', '#d8bf92') +
      path('M150 320C120 326 90 334 60 342 90 350 120 356 150 360Q130 340 150 320z', pigment.ink) +
      path('M250 368C200 380 150 364 60 342Q160 352 250 344z', SHADE, { opacity: '.15' }) +
      rect(240, 310, 24, 60, pigment.walnut, 4),
  );
