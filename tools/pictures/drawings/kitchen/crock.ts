import { pigment } from '../../palette.ts';
import { knob } from '../../shapes/handle.ts';
import { band } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { stroke } from '../../svg.ts';

export const crock =
  turned({
    profile: [
      [130, 270, 'sharp'],
      [190, 330],
      [240, 450],
      [205, 590],
      [140, 658, 'sharp'],
    ],
    fill: pigment.cocoa,
    foot: 14,
    surface:
      stroke('M130 370q34 60 68 20t68 20 68-20 68 20 68-20 68 20 68-20 68 20', pigment.cedar, 10, {
        opacity: '.8',
      }) + band(320, 8, pigment.walnut, 14),
    shine: 0.32,
  }) +
  turned({
    profile: [
      [60, 224],
      [130, 244],
      [152, 284, 'sharp'],
    ],
    fill: pigment.walnut,
    foot: 12,
  }) +
  knob(400, 214, 40, 18, pigment.walnut);
