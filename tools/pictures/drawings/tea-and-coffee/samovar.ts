import { pigment } from '../../palette.ts';
import { ear } from '../../shapes/handle.ts';
import { bands, rosette } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { rect, stroke } from '../../svg.ts';

export const samovar =
  ear(545, 370, 80, 90, 20, pigment.walnut) +
  stroke('M255 370c-100-12-100 104 0 92', pigment.walnut, 20) +
  turned({
    profile: [
      [90, 560, 'sharp'],
      [60, 600],
      [130, 660, 'sharp'],
    ],
    fill: pigment.brass,
    foot: 8,
  }) +
  turned({
    profile: [
      [110, 270, 'sharp'],
      [165, 320],
      [160, 440],
      [120, 540],
      [80, 575, 'sharp'],
    ],
    fill: pigment.brass,
    foot: 10,
    surface: bands([320, 500], 7, '#a87a27') + rosette(400, 400, 46, 8, '#b98a33', pigment.flame),
    shine: 0.45,
  }) +
  turned({
    profile: [
      [60, 205],
      [70, 240],
      [125, 275, 'sharp'],
    ],
    fill: '#c08f35',
    foot: 10,
  }) +
  turned({
    profile: [
      [78, 165, 'sharp'],
      [52, 200],
      [58, 214, 'sharp'],
    ],
    fill: pigment.brass,
    foot: 6,
    inside: pigment.cocoa,
  }) +
  rect(388, 505, 24, 46, pigment.copper, 6) +
  stroke('M400 540v26', pigment.copper, 20) +
  stroke('M372 506h56', pigment.cocoa, 14);
