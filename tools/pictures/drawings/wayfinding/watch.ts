import { pigment } from '../../palette.ts';
import { disc, hand, ticks } from '../../shapes/disc.ts';
import { circle, each, ellipse, rect, ring, spread, stroke, turn } from '../../svg.ts';

export const watch =
  each(spread(7, 0, 6), (index) =>
    turn(
      index * 24 - 20,
      430 + index * 40,
      90 + index * 6,
      ellipse(440 + index * 44, 70 + index * index * 5, 24, 13, 'none', {
        stroke: pigment.slate,
        'stroke-width': 8,
      }),
    ),
  ) +
  ring(400, 122, 46, pigment.slate, 14) +
  rect(372, 146, 56, 56, pigment.silver, 10) +
  stroke('M382 156v36M394 156v36M406 156v36M418 156v36', pigment.slate, 4) +
  disc(
    400,
    440,
    250,
    pigment.silver,
    pigment.paper,
    30,
    ticks(400, 440, 210, 16, 60, pigment.ink, 3) +
      ticks(400, 440, 210, 44, 12, pigment.ink, 11) +
      disc(
        400,
        545,
        56,
        pigment.silver,
        '#f2ead8',
        5,
        ticks(400, 545, 48, 9, 12, pigment.slate, 3) + hand(400, 545, 40, 210, 4, pigment.indigo),
      ) +
      hand(400, 440, 120, -52, 12, pigment.indigo) +
      hand(400, 440, 182, 62, 9, pigment.indigo) +
      circle(400, 440, 14, pigment.indigo),
  );
