import { clip, d, each, ellipse, path, polygon, rect, spread, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { LIGHT, pigment, SHADE } from '../palette.ts';
import { rod } from './rod.ts';

/** A hexagonal pencil pointing left along y: three faces, a scalloped cut, wood and lead. */
export const pencil = (y: number, lacquer: string, tail: number): Drawing =>
  polygon(
    [
      [90, y],
      [190, y - 32],
      [190, y + 32],
    ],
    pigment.sand,
  ) +
  polygon(
    [
      [90, y],
      [124, y - 11],
      [124, y + 11],
    ],
    pigment.ink,
  ) +
  path(d`M180 ${y - 32}H${tail}V${y + 32}H180q26 -10 8 -21 26 -11 0 -22 18 -11 -8 -21z`, lacquer) +
  path(d`M186 ${y - 11}H${tail}V${y - 32}H180q26 10 6 21z`, LIGHT, { opacity: '.28' }) +
  path(d`M186 ${y + 11}H${tail}V${y + 32}H180q26 -10 6 -21z`, SHADE, { opacity: '.2' }) +
  rect(tail - 50, y - 32, 12, 64, pigment.brass) +
  rect(tail - 12, y - 32, 12, 64, pigment.ink);

export const fountainPen = (y: number): Drawing =>
  path(d`M80 ${y}Q150 ${y - 34} 210 ${y - 24}V${y + 24}Q150 ${y + 34} 80 ${y}z`, pigment.brass) +
  path(d`M80 ${y}Q150 ${y + 34} 210 ${y + 24}V${y}z`, SHADE, { opacity: '.18' }) +
  stroke(d`M84 ${y}H164`, pigment.cocoa, 4) +
  ellipse(168, y, 8, 7, pigment.cocoa) +
  rod(
    y,
    [
      [206, 24],
      [300, 32],
      [304, 34],
    ],
    pigment.ink,
  ) +
  rod(
    y,
    [
      [300, 38],
      [316, 38],
    ],
    pigment.brass,
  ) +
  rod(
    y,
    [
      [314, 40],
      [600, 38],
      [700, 30],
      [716, 16],
    ],
    pigment.pine,
    each(spread(8, 340, 680), (x, index) =>
      path(d`M${x} ${y - 50}q${20 - index * 4} 50 10 100h18q-20 -50 0 -100z`, pigment.teal, {
        opacity: '.35',
      }),
    ),
  ) +
  rod(
    y,
    [
      [470, 42],
      [486, 42],
    ],
    pigment.brass,
  ) +
  path(d`M480 ${y - 44}H640q20 2 8 14L490 ${y - 26}z`, pigment.brass);

/** A bound book lying flat: cover, page edge below, spine to the left. */
export const book = (
  x: number,
  y: number,
  width: number,
  height: number,
  cover: string,
  marks: Drawing = '',
): Drawing => {
  const outline = d`M${x} ${y + 10}q0 -10 10 -10h${width - 30}q20 0 20 20v${height - 40}q0 20 -20 20h${-width + 30}q-10 0 -10 -10z`;
  return (
    rect(x + 14, y + 16, width - 4, height - 2, pigment.paper, 14) +
    stroke(
      d`M${x + 26} ${y + height + 7}H${x + width - 4}M${x + width + 4} ${y + 34}V${y + height - 6}`,
      pigment.sand,
      3,
    ) +
    path(outline, cover) +
    clip(
      outline,
      marks,
      rect(x, y, 34, height, SHADE, 0, { opacity: '.17' }),
      path(d`M${x + width * 0.7} ${y}h${width}v${height}h${-width * 1.1}z`, SHADE, { opacity: '.07' }),
    )
  );
};

export const envelope = (x: number, y: number, width: number, height: number): Drawing => {
  const frame = d`M${x} ${y}h${width}v${height}h${-width}z`;
  const stripes = spread(30, -height, width).map((at, index) =>
    polygon(
      [
        [x + at, y + height],
        [x + at + 16, y + height],
        [x + at + 16 + height, y],
        [x + at + height, y],
      ],
      index % 2 ? pigment.madder : pigment.cobalt,
    ),
  );
  return (
    path(frame, pigment.paper) +
    clip(frame, ...stripes) +
    rect(x + 20, y + 20, width - 40, height - 40, pigment.paper)
  );
};

export const scissorsBlade = (): Drawing =>
  path('M386 400L360 120Q380 90 396 130L424 400z', pigment.honey) +
  path('M388 130L404 396 424 400 396 130z', SHADE, { opacity: '.18' }) +
  path('M386 396C376 450 300 460 290 520', 'none', {
    stroke: pigment.honey,
    'stroke-width': 28,
    'stroke-linecap': 'round',
  }) +
  ellipse(254, 586, 66, 84, 'none', { stroke: pigment.honey, 'stroke-width': 26 }) +
  stroke('M202 560q10-40 40-44', LIGHT, 7, { opacity: '.5' });
