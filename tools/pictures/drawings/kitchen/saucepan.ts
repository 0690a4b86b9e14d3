import { pigment } from '../../palette.ts';
import { band } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, rect, stroke } from '../../svg.ts';

export const saucepan =
  stroke('M540 470L740 430', pigment.iron, 26) +
  circle(728, 432, 7, pigment.mist) +
  rect(532, 446, 40, 56, pigment.iron, 6) +
  circle(552, 462, 6, pigment.slate) +
  circle(552, 486, 6, pigment.slate) +
  turned({
    x: 350,
    profile: [
      [205, 420, 'sharp'],
      [205, 640, 'sharp'],
    ],
    fill: pigment.copper,
    foot: 22,
    inside: pigment.silver,
    lip: '#e09a68',
    mouth: 44,
    surface: band(445, 5, '#e09a68', 22, 350, 220),
    shine: 0.5,
  });
