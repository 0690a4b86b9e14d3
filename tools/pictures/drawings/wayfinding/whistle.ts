import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { rod } from '../../shapes/rod.ts';
import { circle, ellipse, path, stroke } from '../../svg.ts';

export const whistle =
  stroke('M560 420C700 420 720 560 600 600S400 640 380 700', pigment.madder, 16, {
    'stroke-dasharray': '14 5',
    'stroke-linecap': 'butt',
  }) +
  stroke('M560 420C700 420 720 560 600 600S400 640 380 700', pigment.cream, 6) +
  rod(
    360,
    [
      [110, 12],
      [180, 18],
      [420, 28],
      [440, 28],
    ],
    pigment.brass,
  ) +
  path('M420 332H520Q600 340 590 420Q570 400 520 396H420z', pigment.brass) +
  path('M300 385h250l12 22-30 70H330z', '#b98a33') +
  circle(470, 400, 66, pigment.copper) +
  circle(470, 400, 66, SHADE, { opacity: '.06' }) +
  ellipse(448, 376, 18, 12, LIGHT, { opacity: '.6' }) +
  ellipse(452, 340, 26, 9, pigment.cocoa) +
  circle(540, 446, 10, pigment.cocoa);
