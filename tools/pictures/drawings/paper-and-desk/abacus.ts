import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { circle, d, each, path, rect, spread } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const bead = (x: number, y: number): Drawing =>
  path(d`M${x - 9} ${y - 17}h18l15 17 -15 17h-18l-15 -17z`, '#6b3f28') +
  path(d`M${x - 24} ${y}h48l-15 17h-18z`, SHADE, { opacity: '.3' });

export const abacus =
  rect(60, 220, 680, 360, pigment.walnut, 12) +
  rect(88, 248, 624, 304, pigment.cream) +
  each(
    spread(13, 118, 682),
    (x, index) =>
      rect(x - 3, 248, 6, 304, pigment.straw) +
      bead(x, index % 3 ? 268 : 302) +
      each([0, 1, 2, 3], (k) => bead(x, (k < (index * 7) % 5 ? 362 : 534 - 3 * 35) + k * 35)),
  ) +
  rect(80, 322, 640, 20, pigment.cocoa) +
  each([118, 259, 400, 541, 682], (x) => circle(x, 332, 4, pigment.cream)) +
  rect(60, 220, 680, 12, LIGHT, 6, { opacity: '.18' });
