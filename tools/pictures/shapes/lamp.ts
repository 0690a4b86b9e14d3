import { around, circle, d, each, ellipse, path, polygon, rect, spread, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { pigment, SHADE } from '../palette.ts';

/** Light in the air: three discs, faint to fainter. Drawn first. */
export const halo = (x: number, y: number, radius: number, colour: string = pigment.flame): Drawing =>
  each([1, 0.72, 0.46], (part) => circle(x, y, radius * part, colour, { opacity: '.11' }));

export const flame = (x: number, y: number, size: number): Drawing =>
  path(
    d`M${x} ${y - size}C${x + size * 0.5} ${y - size * 0.35} ${x + size * 0.45} ${y} ${x} ${y}C${x - size * 0.45} ${y} ${x - size * 0.5} ${y - size * 0.35} ${x} ${y - size}z`,
    pigment.honey,
  ) +
  path(
    d`M${x} ${y - size * 0.6}C${x + size * 0.26} ${y - size * 0.2} ${x + size * 0.22} ${y} ${x} ${y}C${x - size * 0.22} ${y} ${x - size * 0.26} ${y - size * 0.2} ${x} ${y - size * 0.6}z`,
    pigment.glow,
  );

export const candle = (
  x: number,
  y: number,
  half: number,
  height: number,
  wax: string,
  lit = true,
): Drawing =>
  stroke(d`M${x} ${y}v-20`, pigment.cocoa, 5) +
  (lit ? flame(x, y - 8, 62) : '') +
  rect(x - half, y, half * 2, height, wax, 6) +
  rect(x + half * 0.35, y + 4, half * 0.65, height - 4, SHADE, 0, { opacity: '.14' }) +
  ellipse(x, y + 5, half, half * 0.28, pigment.glow);

export const cord = (x: number, to: number, colour: string = pigment.ink): Drawing =>
  rect(x - 4, -10, 8, to + 10, colour);

/** The pool of light under a shade. */
export const cone = (x: number, y: number, half: number, spreadTo: number, bottom: number): Drawing =>
  polygon(
    [
      [x - half, y],
      [x + half, y],
      [x + spreadTo, bottom],
      [x - spreadTo, bottom],
    ],
    pigment.flame,
    { opacity: '.16' },
  );

/** A lampshade: warm in the middle where the bulb is, with its seams. */
export function shade(
  x: number,
  top: number,
  bottom: number,
  upper: number,
  lower: number,
  fill: string,
  seams = 0,
): Drawing {
  const outline = d`M${x - upper} ${top}L${x + upper} ${top}L${x + lower} ${bottom}Q${x} ${bottom + lower * 0.12} ${x - lower} ${bottom}z`;
  const lines = spread(Math.max(seams, 1), -0.8, 0.8)
    .map((part) => d`M${x + upper * part} ${top}L${x + lower * part} ${bottom + lower * 0.05}`)
    .join('');
  return (
    path(outline, fill) +
    path(
      d`M${x - upper * 0.45} ${top}H${x + upper * 0.35}L${x + lower * 0.3} ${bottom + lower * 0.05}H${x - lower * 0.4}z`,
      pigment.glow,
      { opacity: '.5' },
    ) +
    path(
      d`M${x + upper * 0.6} ${top}H${x + upper}L${x + lower} ${bottom}L${x + lower * 0.6} ${bottom + lower * 0.03}z`,
      SHADE,
      { opacity: '.14' },
    ) +
    (seams ? stroke(lines, SHADE, 3, { opacity: '.18' }) : '') +
    ellipse(x, top, upper, upper * 0.1, fill)
  );
}

export const rays = (x: number, y: number, inner: number, outer: number, count: number): Drawing =>
  each(spread(count, 0, 360 - 360 / count), (angle, index) =>
    circle(...around(x, y, index % 2 ? inner : outer, angle), index % 2 ? 7 : 5, pigment.flame, {
      opacity: '.6',
    }),
  );
