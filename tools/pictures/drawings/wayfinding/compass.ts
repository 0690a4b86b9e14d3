import { pigment } from '../../palette.ts';
import { disc, rose, ticks } from '../../shapes/disc.ts';
import { circle, polygon, rect, ring, turn } from '../../svg.ts';

export const compass =
  ring(400, 118, 44, pigment.brass, 16) +
  rect(370, 146, 60, 50, pigment.brass, 10) +
  disc(
    400,
    430,
    255,
    pigment.brass,
    pigment.paper,
    34,
    ticks(400, 430, 214, 22, 72, pigment.slate, 3) +
      ticks(400, 430, 214, 34, 8, pigment.ink, 6) +
      rose(400, 430, 150, 96, pigment.sky, pigment.indigo) +
      turn(
        28,
        400,
        430,
        polygon(
          [
            [400, 250],
            [424, 430],
            [376, 430],
          ],
          pigment.madder,
        ) +
          polygon(
            [
              [400, 610],
              [424, 430],
              [376, 430],
            ],
            pigment.mist,
            { stroke: pigment.slate, 'stroke-width': 3 },
          ),
      ) +
      circle(400, 430, 20, pigment.brass) +
      circle(400, 430, 8, pigment.walnut),
  );
