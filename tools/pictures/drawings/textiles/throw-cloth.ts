import { LIGHT, pigment } from '../../palette.ts';
import { fringe, hung } from '../../shapes/cloth.ts';
import { each, path, rect } from '../../svg.ts';

export const throwCloth =
  rect(90, 190, 620, 24, pigment.walnut, 12) +
  fringe(206, 594, 600, 74, 30, '#8f3d22', 8) +
  hung(
    200,
    180,
    400,
    420,
    pigment.rust,
    each([520, 548, 566], (y, index) => rect(190, y, 420, index === 1 ? 8 : 12, pigment.coral)) +
      path('M200 180h400v34h-400z', LIGHT, { opacity: '.14' }),
    [0.12, 0.42, 0.7],
  );
