import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { rosette } from '../../shapes/surface.ts';
import { clip, ellipse, path, stroke } from '../../svg.ts';

export const pouf =
  path('M165 500C165 400 270 370 400 370S635 400 635 500S560 655 400 655S165 600 165 500z', pigment.cedar) +
  clip(
    'M165 500C165 400 270 370 400 370S635 400 635 500S560 655 400 655S165 600 165 500z',
    path('M520 360H660V670H440C560 620 580 500 520 360z', SHADE, { opacity: '.16' }),
    stroke(
      'M400 440C300 440 230 520 240 660M400 440C350 450 330 540 335 660M400 440C450 450 470 540 465 660M400 440C500 440 570 520 560 660M400 440C280 430 190 450 165 500M400 440C520 430 610 450 635 500',
      pigment.cream,
      6,
      { 'stroke-dasharray': '14 9' },
    ),
    path('M200 460q30-60 110-70-60 30-80 90z', LIGHT, { opacity: '.3' }),
  ) +
  ellipse(400, 436, 74, 22, pigment.walnut) +
  rosette(400, 436, 30, 8, pigment.honey, pigment.cream);
