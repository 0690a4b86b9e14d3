import { pigment } from '../../palette.ts';
import { flame, halo } from '../../shapes/lamp.ts';
import { dots } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { d, path } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

export const diya = (x: number, y: number, paint: string): Drawing =>
  halo(x, y - 70, 110) +
  turned({
    x,
    profile: [
      [118, y - 40, 'sharp'],
      [90, y - 4],
      [50, y + 14, 'sharp'],
    ],
    fill: pigment.terracotta,
    foot: 6,
    inside: pigment.honey,
    lip: pigment.coral,
    mouth: 26,
    surface: dots(y - 8, 8, 9, paint, x - 100, x + 100, 6),
  }) +
  path(d`M${x + 84} ${y - 56}q46 2 58 -16l-8 36q-30 14 -56 4z`, pigment.coral) +
  flame(x + 112, y - 62, 72);
