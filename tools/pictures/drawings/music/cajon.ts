import { pigment } from '../../palette.ts';
import { grain } from '../../shapes/surface.ts';
import { circle, each, ellipse, polygon, rect, stroke } from '../../svg.ts';

export const cajon =
  polygon(
    [
      [240, 200],
      [330, 160],
      [610, 160],
      [540, 200],
    ],
    '#d9aa72',
  ) +
  polygon(
    [
      [540, 200],
      [610, 160],
      [610, 610],
      [540, 655],
    ],
    '#8a5430',
  ) +
  rect(240, 200, 300, 455, pigment.oak) +
  grain(250, 240, 290, 390, pigment.cedar, 9) +
  stroke('M252 212H528V643H252z', pigment.walnut, 4, { opacity: '.6' }) +
  ellipse(577, 400, 20, 46, pigment.cocoa) +
  each(
    [
      [256, 216],
      [524, 216],
      [256, 640],
      [524, 640],
      [390, 216],
      [390, 640],
    ] as const,
    ([x, y]) => circle(x, y, 7, pigment.silver),
  ) +
  rect(256, 655, 40, 14, pigment.ink, 4) +
  rect(484, 655, 40, 14, pigment.ink, 4);
