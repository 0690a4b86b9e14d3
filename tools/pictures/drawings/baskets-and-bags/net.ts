import { LIGHT, pigment } from '../../palette.ts';
import { circle, clip, d, each, path, spread, stroke } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const orange = (x: number, y: number): Drawing =>
  circle(x, y, 62, pigment.honey) +
  circle(x + 10, y + 8, 50, '#d98a2b', { opacity: '.5' }) +
  circle(x - 20, y - 22, 10, LIGHT, { opacity: '.5' }) +
  stroke(d`M${x + 18} ${y - 34}l8 8`, pigment.pine, 8);

const netBody = 'M300 330C180 430 170 620 290 660H510C630 620 620 430 500 330z';

const netMesh = stroke(
  spread(19, -460, 460)
    .map((at) => d`M${400 + at} 320l360 360M${400 + at} 320l-360 360`)
    .join(''),
  pigment.paper,
  5,
);

export const net =
  stroke('M300 340C320 120 370 90 400 90S480 120 500 340', pigment.paper, 16) +
  path(netBody, pigment.cream, { opacity: '.35' }) +
  clip(
    netBody,
    each(
      [
        [260, 600],
        [380, 610],
        [500, 600],
        [310, 505],
        [430, 510],
        [545, 510],
        [240, 500],
        [360, 415],
        [470, 420],
      ] as const,
      ([x, y]) => orange(x, y),
    ),
    netMesh,
  ) +
  stroke('M300 332H500', pigment.paper, 18);
