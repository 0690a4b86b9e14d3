import { pigment } from '../../palette.ts';
import { candle, halo } from '../../shapes/lamp.ts';
import { turned } from '../../shapes/turned.ts';

export const stick =
  halo(400, 190, 200) +
  candle(400, 220, 26, 170, pigment.cream) +
  turned({
    profile: [
      [60, 380, 'sharp'],
      [28, 400],
      [24, 430],
      [52, 460],
      [22, 490],
      [26, 560],
      [56, 590],
      [40, 608],
      [130, 645],
      [134, 660, 'sharp'],
    ],
    fill: pigment.brass,
    foot: 10,
    shine: 0.5,
  });
