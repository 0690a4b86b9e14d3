import { pigment } from '../../palette.ts';
import { folded, fringe } from '../../shapes/cloth.ts';
import { box, rect, tiled } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const checks = (x: number, y: number): Drawing =>
  tiled(
    box(x, y, 600, 120),
    88,
    60,
    0,
    rect(0, 0, 44, 60, pigment.pine, 0, { opacity: '.75' }),
    rect(0, 0, 88, 30, pigment.pine, 0, { opacity: '.55' }),
    rect(64, 0, 6, 60, pigment.honey),
  );

export const blanket =
  folded(150, 540, 500, 118, pigment.cream, checks(150, 540)) +
  folded(160, 424, 484, 116, pigment.cream, checks(150, 424)) +
  folded(156, 312, 490, 112, pigment.cream, checks(150, 312)) +
  fringe(634, 640, 330, 1, 2, pigment.cream);
