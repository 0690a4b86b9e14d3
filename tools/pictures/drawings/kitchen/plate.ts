import { pigment } from '../../palette.ts';
import { disc, dotRing, rings } from '../../shapes/disc.ts';
import { circle } from '../../svg.ts';

export const plate = disc(
  400,
  400,
  290,
  pigment.paper,
  pigment.cream,
  22,
  rings(400, 400, [279], pigment.cobalt, 16) +
    dotRing(400, 400, 236, 24, 25, pigment.cobalt) +
    dotRing(400, 400, 236, 24, 14, pigment.paper) +
    dotRing(400, 400, 236, 24, 8, pigment.pine) +
    rings(400, 400, [188, 176], pigment.cobalt, 5) +
    dotRing(400, 400, 150, 28, 9, pigment.pine) +
    rings(400, 400, [124], pigment.cobalt, 4) +
    dotRing(400, 400, 88, 12, 21, pigment.cobalt) +
    dotRing(400, 400, 88, 12, 11, pigment.cream) +
    circle(400, 400, 38, pigment.cobalt) +
    circle(400, 400, 16, pigment.honey),
);
