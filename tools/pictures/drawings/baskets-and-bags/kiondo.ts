import { pigment } from '../../palette.ts';
import { basket, coils } from '../../shapes/basketry.ts';
import { band } from '../../shapes/surface.ts';
import { each, rect, stroke } from '../../svg.ts';

export const kiondo =
  stroke('M230 370C180 80 620 80 570 370', pigment.walnut, 22) +
  basket({
    profile: [
      [175, 350, 'sharp'],
      [205, 500],
      [175, 630],
      [130, 658, 'sharp'],
    ],
    fill: pigment.sand,
    dark: '#c79a55',
    weave: coils,
    size: 18,
    inside: pigment.cocoa,
    mouth: 36,
    lip: pigment.walnut,
    surface: each(
      [pigment.rust, pigment.indigo, pigment.sand, pigment.moss, pigment.rust, pigment.indigo],
      (colour, index) => band(400 + index * 46, 26, colour, 18),
    ),
  }) +
  rect(212, 360, 32, 70, pigment.walnut, 8) +
  rect(556, 360, 32, 70, pigment.walnut, 8);
