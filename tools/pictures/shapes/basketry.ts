import { d, ellipse, path, rect, stroke, tiled } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { SHADE } from '../palette.ts';
import { strip, turned } from './turned.ts';
import type { ProfilePoint } from './turned.ts';

/** Plaited leaf: short slanted strokes that change direction each row. */
export const plait = (outline: string, dark: string, size = 24): Drawing =>
  tiled(
    outline,
    size * 2,
    size,
    0,
    stroke(
      d`M2 ${size - 3}l${size - 5} ${-size + 6}M${size + 3} 3l${size - 5} ${size - 6}`,
      dark,
      size * 0.16,
    ),
  );

/** Willow: uprights with rods that pass over and under. */
export const wicker = (outline: string, dark: string, size = 30): Drawing =>
  tiled(
    outline,
    size * 2,
    size,
    0,
    rect(3, 2, size * 1.2, size * 0.4, dark, size * 0.2),
    rect(size + 3, size / 2 + 2, size * 0.8, size * 0.4, dark, size * 0.2),
    rect(0, size / 2 + 2, size * 0.2, size * 0.4, dark),
  );

/** Coils: one rope on top of the other, stitched. */
export const coils = (outline: string, dark: string, size = 34): Drawing =>
  tiled(
    outline,
    22,
    size,
    0,
    rect(0, size - 5, 22, 5, dark),
    stroke(d`M4 ${size - 7}L14 4`, dark, 4, { opacity: '.6' }),
  );

export function basket(options: {
  profile: readonly ProfilePoint[];
  fill: string;
  dark: string;
  weave: (outline: string, dark: string, size?: number) => Drawing;
  size?: number;
  inside?: string;
  mouth?: number;
  surface?: Drawing;
  foot?: number;
  lip?: string;
}): Drawing {
  const { profile, foot = 16, weave, dark, size, surface = '' } = options;
  const outline = strip({ profile, foot }, -1, 1);
  return turned({ ...options, foot, surface: surface + weave(outline, dark, size), shine: 0.14 });
}

/** A leather handle: two feet sewn on, an arch between them. */
export const strap = (
  x: number,
  y: number,
  half: number,
  height: number,
  width: number,
  colour: string,
): Drawing =>
  stroke(
    d`M${x - half} ${y}C${x - half} ${y - height * 1.3} ${x + half} ${y - height * 1.3} ${x + half} ${y}`,
    colour,
    width,
  ) + stroke(d`M${x - half} ${y}v34M${x + half} ${y}v34`, colour, width * 1.2);

export const buckle = (x: number, y: number, width: number, metal: string): Drawing =>
  rect(x - width / 2, y, width, width * 0.9, 'none', 5, { stroke: metal, 'stroke-width': 7 }) +
  stroke(d`M${x} ${y}v${width * 0.8}`, metal, 5);

export const stitches = (data: string, colour: string): Drawing =>
  stroke(data, colour, 4, { 'stroke-dasharray': '12 9' });

export const heap = (x: number, y: number, rx: number, ry: number, colour: string): Drawing =>
  ellipse(x, y, rx, ry, colour) +
  path(
    d`M${x + rx * 0.4} ${y - ry * 0.9}A${rx} ${ry} 0 0 1 ${x + rx * 0.4} ${y + ry * 0.9}A${rx * 1.2} ${ry * 1.2} 0 0 0 ${x + rx * 0.4} ${y - ry * 0.9}`,
    SHADE,
    { opacity: '.16' },
  );
