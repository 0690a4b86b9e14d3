import { pigment } from '../../palette.ts';
import { disc, hand, rings, ticks } from '../../shapes/disc.ts';
import { around, circle, each, ring } from '../../svg.ts';

export const barometer =
  ring(400, 110, 34, pigment.brass, 12) +
  disc(
    400,
    420,
    275,
    pigment.brass,
    pigment.paper,
    46,
    rings(400, 420, [224], pigment.walnut, 4) +
      ticks(400, 420, 214, 26, 41, pigment.ink, 4, 215, 505) +
      ticks(400, 420, 214, 44, 9, pigment.madder, 7, 215, 505) +
      circle(400, 420, 96, '#e8dcc0') +
      ticks(400, 420, 90, 14, 24, pigment.walnut, 3) +
      hand(400, 420, 190, -40, 12, pigment.ink) +
      hand(400, 420, 170, 30, 9, pigment.brass) +
      circle(400, 420, 18, pigment.brass),
  ) +
  each([45, 135, 225, 315], (angle) => circle(...around(400, 420, 252, angle), 9, '#8f6a22'));
