import { pigment } from '../../palette.ts';
import { band, speckles } from '../../shapes/surface.ts';
import { cup } from '../../shapes/vessel.ts';

export const enamel = cup({
  top: 370,
  bottom: 650,
  half: 185,
  base: 180,
  fill: pigment.paper,
  inside: pigment.mist,
  lip: pigment.indigo,
  reach: 120,
  x: 370,
  surface: band(646, 14, pigment.indigo, 10) + speckles(190, 400, 350, 220, 16, '#c9d2d6', 4),
});
