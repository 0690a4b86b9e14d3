import { pigment } from '../../palette.ts';
import { halo, shade } from '../../shapes/lamp.ts';
import { band, speckles } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';

export const tableLamp =
  halo(400, 290, 280) +
  turned({
    profile: [
      [34, 400, 'sharp'],
      [60, 430],
      [150, 520],
      [140, 610],
      [92, 658, 'sharp'],
    ],
    fill: pigment.mist,
    foot: 10,
    surface: speckles(230, 420, 340, 240, 46, pigment.slate, 5) + band(596, 46, pigment.teal, 12),
  }) +
  shade(400, 170, 400, 130, 190, pigment.cream);
