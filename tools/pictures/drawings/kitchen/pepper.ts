import { pigment } from '../../palette.ts';
import { knob } from '../../shapes/handle.ts';
import { band, grain } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, each, scatter } from '../../svg.ts';

export const pepper =
  turned({
    profile: [
      [78, 330, 'sharp'],
      [50, 400],
      [64, 480],
      [56, 540],
      [95, 620],
      [98, 658, 'sharp'],
    ],
    fill: pigment.walnut,
    foot: 12,
    surface:
      band(372, 8, pigment.cocoa, 6) +
      band(540, 8, pigment.cocoa, 6) +
      grain(300, 420, 180, 180, pigment.cocoa, 5),
  }) +
  turned({
    profile: [
      [30, 226],
      [72, 255],
      [74, 300],
      [40, 328],
      [76, 336, 'sharp'],
    ],
    fill: pigment.walnut,
    foot: 6,
  }) +
  knob(400, 208, 22, 22, pigment.silver) +
  each(scatter(8), ([a, b]) => circle(270 + a * 270, 664 + b * 30, 8, pigment.cocoa));
