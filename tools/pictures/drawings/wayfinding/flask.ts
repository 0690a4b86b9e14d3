import { pigment } from '../../palette.ts';
import { rose } from '../../shapes/disc.ts';
import { bands } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { stroke } from '../../svg.ts';

export const flask =
  turned({
    profile: [
      [110, 380, 'sharp'],
      [122, 410],
      [122, 640],
      [112, 660, 'sharp'],
    ],
    fill: pigment.pine,
    foot: 12,
  }) +
  turned({
    profile: [
      [62, 262, 'sharp'],
      [66, 290],
      [116, 360],
      [122, 420, 'sharp'],
    ],
    fill: pigment.pine,
    foot: 4,
  }) +
  turned({
    profile: [
      [66, 172, 'sharp'],
      [66, 272, 'sharp'],
    ],
    fill: pigment.silver,
    foot: 8,
    surface: bands([200, 216, 232, 248], 4, pigment.slate, 6),
    shine: 0.6,
    inside: pigment.silver,
  }) +
  stroke('M462 200C560 190 560 290 490 320', pigment.cedar, 14) +
  turned({
    profile: [
      [122, 560, 'sharp'],
      [122, 576, 'sharp'],
    ],
    fill: pigment.silver,
    foot: 12,
  }) +
  rose(400, 480, 46, 28, pigment.cream, pigment.celadon);
