import { d, ellipse, path, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { LIGHT, SHADE } from '../palette.ts';

/** A cup's ear, to the right of x. */
export function ear(
  x: number,
  y: number,
  reach: number,
  height: number,
  thickness: number,
  colour: string,
): Drawing {
  const data = d`M${x} ${y}c${reach * 1.3} ${-height * 0.12} ${reach * 1.3} ${height * 1.05} 0 ${height}`;
  return stroke(data, colour, thickness) + stroke(data, SHADE, thickness, { opacity: '.14' });
}

/** A handle over the top. */
export function bow(
  x: number,
  y: number,
  half: number,
  height: number,
  thickness: number,
  colour: string,
): Drawing {
  const data = d`M${x - half} ${y}C${x - half * 1.05} ${y - height * 1.35} ${x + half * 1.05} ${y - height * 1.35} ${x + half} ${y}`;
  const shine = d`M${x - half * 0.8} ${y - height * 0.62}C${x - half * 0.6} ${y - height * 0.95} ${x - half * 0.2} ${y - height} ${x} ${y - height}`;
  return stroke(data, colour, thickness) + stroke(shine, LIGHT, thickness * 0.25, { opacity: '.35' });
}

/** A spout to the left: from its root on the body to the tip, bent by `sag`. */
export function spout(
  x: number,
  y: number,
  reach: number,
  rise: number,
  root: number,
  tip: number,
  colour: string,
  sag = 0.5,
): Drawing {
  const [endX, endY] = [x - reach, y - rise];
  const under = d`M${x} ${y + root}C${x - reach * sag} ${y + root * 0.9} ${x - reach * 0.6} ${endY + rise * 0.35} ${endX} ${endY}`;
  const over = d`l${tip} ${-tip * 0.15}C${x - reach * 0.35} ${endY + rise * 0.4} ${x - reach * 0.3} ${y - root * 0.6} ${x} ${y - root}z`;
  return (
    path(under + over, colour) +
    path(
      under +
        d`l${tip * 0.3} 0C${x - reach * 0.5} ${endY + rise * 0.6} ${x - reach * 0.4} ${y + root * 0.4} ${x} ${y + root * 0.45}z`,
      SHADE,
      { opacity: '.14' },
    )
  );
}

export const knob = (x: number, y: number, rx: number, ry: number, colour: string): Drawing =>
  ellipse(x, y, rx, ry, colour) +
  ellipse(x - rx * 0.3, y - ry * 0.35, rx * 0.3, ry * 0.22, LIGHT, { opacity: '.4' });
