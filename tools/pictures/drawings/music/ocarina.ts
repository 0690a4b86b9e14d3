import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { clip, each, ellipse, path, rect, stroke, turn } from '../../svg.ts';

const ocarinaBody =
  'M130 470C130 350 280 280 430 280C600 280 700 350 700 430C700 500 600 520 520 530C480 590 470 650 420 650Q360 650 350 570C230 570 130 550 130 470z';

export const ocarina = turn(
  -8,
  400,
  440,
  stroke('M150 440C60 360 100 240 200 220', pigment.madder, 9) +
    path(ocarinaBody, pigment.terracotta) +
    clip(
      ocarinaBody,
      path('M120 520C260 560 480 520 720 440V700H120z', SHADE, { opacity: '.16' }),
      path('M210 380Q300 310 430 310 320 340 250 410z', LIGHT, { opacity: '.3' }),
      stroke('M600 290C570 360 580 450 610 530', pigment.cream, 9),
      stroke('M575 290C545 360 555 450 585 530', pigment.cream, 4),
    ) +
    each(
      [
        [250, 440, 18],
        [320, 400, 20],
        [400, 375, 20],
        [480, 365, 18],
        [300, 490, 14],
        [380, 455, 16],
        [460, 435, 16],
        [525, 400, 12],
      ] as const,
      ([x, y, r]) => ellipse(x, y, r, r * 0.85, pigment.cocoa),
    ) +
    rect(392, 592, 44, 16, pigment.cocoa, 4),
);
