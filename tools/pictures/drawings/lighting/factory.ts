import { pigment } from '../../palette.ts';
import { cone, cord } from '../../shapes/lamp.ts';
import { band } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, ellipse } from '../../svg.ts';

export const factory =
  cone(400, 500, 270, 390, 810) +
  cord(400, 170) +
  turned({
    profile: [
      [34, 165, 'sharp'],
      [40, 250],
      [62, 270, 'sharp'],
    ],
    fill: pigment.iron,
  }) +
  turned({
    profile: [
      [62, 270, 'sharp'],
      [110, 340],
      [290, 490, 'sharp'],
    ],
    fill: pigment.pine,
    surface: band(484, 16, '#2c4b3c', 6),
  }) +
  ellipse(400, 492, 290, 44, pigment.paper) +
  ellipse(400, 494, 250, 34, pigment.glow) +
  circle(400, 506, 44, '#fffbe6');
