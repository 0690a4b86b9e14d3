import { clip, d, ellipse, path } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { LIGHT, SHADE } from '../palette.ts';

/** Half the width at a height. `sharp` breaks the curve there. Listed from the top down. */
export type ProfilePoint = readonly [half: number, y: number, kind?: 'sharp'];

export interface Turned {
  readonly profile: readonly ProfilePoint[];
  readonly fill: string;
  readonly x?: number;
  /** How far the foot bulges towards the viewer. */
  readonly foot?: number;
  /** Colour seen inside an open mouth; closed without it. */
  readonly inside?: string;
  readonly mouth?: number;
  readonly lip?: string;
  /** Drawn on the surface, cut off at the outline. */
  readonly surface?: Drawing;
  readonly shine?: number;
}

type Point = readonly [number, number];

/** One side of the form as a run of cubic curves through all points (Catmull-Rom). */
function edge(points: readonly (readonly [number, number, boolean])[]): string {
  let data = '';
  for (let index = 0; index < points.length - 1; index += 1) {
    const [from, to] = [points[index]!, points[index + 1]!];
    const before: Point = from[2]
      ? [from[0], from[1]]
      : ((points[index - 1] ?? from).slice(0, 2) as unknown as Point);
    const after: Point = to[2] ? [to[0], to[1]] : ((points[index + 2] ?? to).slice(0, 2) as unknown as Point);
    data += d`C${from[0] + (to[0] - before[0]) / 6} ${from[1] + (to[1] - before[1]) / 6} `;
    data += d`${to[0] - (after[0] - from[0]) / 6} ${to[1] - (after[1] - from[1]) / 6} ${to[0]} ${to[1]}`;
  }
  return data;
}

/** The outline between two fractions of the radius: -1 to 1 is the body, .5 to 1 its shaded side. */
export function strip(shape: Pick<Turned, 'profile' | 'x' | 'foot'>, from: number, to: number): string {
  const { profile, x = 400, foot = 0 } = shape;
  const side = (part: number) =>
    profile.map(([half, y, kind]) => [x + half * part, y, kind === 'sharp'] as const);
  const [left, right] = [side(from), side(to)];
  const [start, end] = [left[0]!, left[left.length - 1]!];
  const bottom = right[right.length - 1]!;
  const under = d`Q${(end[0] + bottom[0]) / 2} ${end[1] + foot * 2} ${end[0]} ${end[1]}`;
  return (
    d`M${start[0]} ${start[1]}L${right[0]![0]} ${right[0]![1]}` +
    edge(right) +
    under +
    edge([...left].reverse()) +
    'z'
  );
}

function opening(shape: Turned): Drawing {
  if (!shape.inside) return '';
  const [half, y] = shape.profile[0]!;
  const { x = 400, mouth = half * 0.16, lip = shape.fill } = shape;
  const inner = ellipse(x, y + 1, half * 0.93, mouth * 0.82, shape.inside);
  return (
    ellipse(x, y, half, mouth, lip) +
    inner +
    path(
      d`M${x - half * 0.93} ${y + 1}a${half * 0.93} ${mouth * 0.82} 0 0 1 ${half * 1.86} 0a${half * 0.93} ${mouth * 0.45} 0 0 0 ${-half * 1.86} 0`,
      SHADE,
      { opacity: '.16' },
    )
  );
}

/** Anything made on a wheel or a lathe: pots, cups, drums, lamps, bells, turned wood. */
export function turned(shape: Turned): Drawing {
  const outline = strip(shape, -1, 1);
  const shade = path(strip(shape, 0.42, 1), SHADE, { opacity: '.17' });
  const deep = path(strip(shape, 0.78, 1), SHADE, { opacity: '.1' });
  const shine = path(strip(shape, -0.74, -0.58), LIGHT, { opacity: `${shape.shine ?? 0.28}` });
  return path(outline, shape.fill) + clip(outline, shape.surface ?? '', shade, deep, shine) + opening(shape);
}
