import { clip, d, path } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { LIGHT, SHADE } from '../palette.ts';

/** Half the width at a distance along the axis; straight between the points. */
export type RodProfile = readonly (readonly [along: number, half: number])[];

/** A long thin thing lying from left to right along y; turn it afterwards. Lit from above. */
export function rod(y: number, profile: RodProfile, fill: string, marks: Drawing = ''): Drawing {
  const outline = rodOutline(y, profile, -1, 1);
  const light = path(rodOutline(y, profile, -0.62, -0.34), LIGHT, { opacity: '.4' });
  return (
    path(outline, fill) +
    clip(outline, marks, path(rodOutline(y, profile, 0.3, 1), SHADE, { opacity: '.18' }), light)
  );
}

function rodOutline(y: number, profile: RodProfile, from: number, to: number): string {
  const upper = profile.map(([x, half]) => d`${x} ${y + half * from}`);
  const lower = [...profile].reverse().map(([x, half]) => d`${x} ${y + half * to}`);
  return `M${[...upper, ...lower].join('L')}z`;
}
