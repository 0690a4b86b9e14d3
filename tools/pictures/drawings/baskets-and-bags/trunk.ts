import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { strap } from '../../shapes/basketry.ts';
import { circle, d, each, path, rect, stroke } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const corner = (x: number, y: number, sx: number, sy: number): Drawing =>
  path(d`M${x} ${y}h${sx * 56}q${-sx * 10} ${sy * 46} ${-sx * 56} ${sy * 56}z`, pigment.brass) +
  circle(x + sx * 14, y + sy * 14, 4, pigment.walnut);

export const trunk =
  strap(400, 305, 60, 30, 16, pigment.walnut) +
  rect(130, 300, 540, 355, pigment.pine, 10) +
  rect(590, 300, 80, 355, SHADE, 0, { opacity: '.16' }) +
  each(
    [250, 400, 550],
    (x) =>
      rect(x - 20, 300, 40, 355, pigment.oak) +
      each([325, 400, 470, 560, 630], (y) => circle(x, y, 5, pigment.brass)),
  ) +
  rect(130, 412, 540, 30, pigment.walnut) +
  stroke('M130 427H670', pigment.cocoa, 4) +
  corner(130, 300, 1, 1) +
  corner(670, 300, -1, 1) +
  corner(130, 655, 1, -1) +
  corner(670, 655, -1, -1) +
  rect(368, 395, 64, 74, pigment.brass, 8) +
  circle(400, 428, 9, pigment.cocoa) +
  rect(396, 430, 8, 22, pigment.cocoa) +
  rect(138, 308, 70, 100, LIGHT, 0, { opacity: '.1' });
