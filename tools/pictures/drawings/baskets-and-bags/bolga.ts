import { pigment } from '../../palette.ts';
import { basket, coils } from '../../shapes/basketry.ts';
import { bow } from '../../shapes/handle.ts';
import { band, zigzag } from '../../shapes/surface.ts';
import { stroke } from '../../svg.ts';

export const bolga =
  bow(400, 380, 215, 270, 26, pigment.walnut) +
  basket({
    profile: [
      [235, 380, 'sharp'],
      [260, 480],
      [220, 590],
      [120, 656, 'sharp'],
    ],
    fill: pigment.sand,
    dark: '#c79a55',
    weave: coils,
    size: 22,
    inside: '#8d6a34',
    mouth: 48,
    lip: pigment.walnut,
    surface:
      band(410, 22, pigment.madder, 22) +
      zigzag(440, 60, 8, pigment.teal, 22, 120, 680) +
      band(530, 16, pigment.honey, 24) +
      zigzag(560, 40, 8, pigment.madder, 18, 150, 650) +
      band(630, 30, pigment.indigo, 14),
  }) +
  stroke('M190 372q-8 40 6 70M610 372q8 40-6 70', pigment.cocoa, 26);
