import { LIGHT, pigment } from '../../palette.ts';
import { basket, coils, heap } from '../../shapes/basketry.ts';
import { d, ellipse, path, stroke } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';
import { STRAW_DARK } from './shared.ts';

const roll = (x: number, y: number, colour: string): Drawing =>
  heap(x, y, 105, 70, colour) +
  stroke(d`M${x - 40} ${y - 34}q20 20 14 50M${x + 4} ${y - 44}q20 20 14 56`, pigment.sand, 10) +
  path(d`M${x - 84} ${y - 10}q10 -40 50 -46q-30 20 -36 50z`, LIGHT, { opacity: '.3' });

export const bread =
  ellipse(400, 500, 280, 70, '#8d6a34') +
  roll(290, 440, pigment.cedar) +
  roll(510, 440, '#a9683a') +
  roll(400, 415, pigment.oak) +
  basket({
    profile: [
      [285, 500, 'sharp'],
      [262, 580],
      [200, 655, 'sharp'],
    ],
    fill: pigment.straw,
    dark: STRAW_DARK,
    weave: coils,
    size: 34,
    foot: 18,
  });
