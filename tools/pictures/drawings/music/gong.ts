import { pigment } from '../../palette.ts';
import { disc, dotRing, rings } from '../../shapes/disc.ts';
import { circle, rect, stroke } from '../../svg.ts';

export const gong =
  rect(150, 640, 120, 24, pigment.cocoa, 6) +
  rect(530, 640, 120, 24, pigment.cocoa, 6) +
  rect(186, 170, 34, 480, pigment.cocoa, 6) +
  rect(580, 170, 34, 480, pigment.cocoa, 6) +
  rect(140, 150, 520, 36, pigment.walnut, 14) +
  stroke('M300 180L330 260M500 180L470 260', pigment.madder, 9) +
  disc(
    400,
    420,
    185,
    '#a87a2c',
    pigment.brass,
    22,
    rings(400, 420, [140, 128], '#b08230', 4) +
      circle(400, 420, 62, '#dcb253') +
      dotRing(400, 420, 106, 20, 9, '#bd8e33'),
  ) +
  rect(206, 596, 388, 22, pigment.walnut, 8);
