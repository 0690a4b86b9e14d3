import { around, circle, d, each, path, polygon, ring, spread, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { LIGHT, SHADE } from '../palette.ts';

/** A round thing seen from the front or from above, with a lit and a shaded edge. */
export function disc(
  x: number,
  y: number,
  radius: number,
  rim: string,
  face: string,
  width: number,
  inner: Drawing = '',
): Drawing {
  const lit = stroke(
    d`M${x - radius * 0.86} ${y - radius * 0.36}A${radius * 0.93} ${radius * 0.93} 0 0 1 ${x - radius * 0.2} ${y - radius * 0.91}`,
    LIGHT,
    width * 0.3,
    { opacity: '.5' },
  );
  const dim = path(
    d`M${x + radius * 0.6} ${y - radius * 0.8}A${radius} ${radius} 0 0 1 ${x - radius * 0.6} ${y + radius * 0.8}A${radius * 1.25} ${radius * 1.25} 0 0 0 ${x + radius * 0.6} ${y - radius * 0.8}`,
    SHADE,
    { opacity: '.13' },
  );
  return circle(x, y, radius, rim) + circle(x, y, radius - width, face) + inner + dim + lit;
}

export const ticks = (
  x: number,
  y: number,
  outer: number,
  length: number,
  count: number,
  colour: string,
  width: number,
  from = 0,
  to = 360,
): Drawing => {
  const angles = spread(count, from, to - (to - from === 360 ? 360 / count : 0));
  const data = angles.map((angle) => {
    const [startX, startY] = around(x, y, outer, angle);
    const [endX, endY] = around(x, y, outer - length, angle);
    return d`M${startX} ${startY}L${endX} ${endY}`;
  });
  return stroke(data.join(''), colour, width, { 'stroke-linecap': 'butt' });
};

/** A compass rose: each point is split into a light and a dark half. */
export const rose = (
  x: number,
  y: number,
  long: number,
  short: number,
  light: string,
  dark: string,
): Drawing =>
  each([45, 135, 225, 315, 0, 90, 180, 270], (angle, index) => {
    const tip = around(x, y, index < 4 ? short : long, angle);
    const waist = (index < 4 ? short : long) * 0.22;
    const middle = [x, y] as const;
    return (
      polygon([middle, tip, around(x, y, waist, angle - 45)], light) +
      polygon([middle, tip, around(x, y, waist, angle + 45)], dark)
    );
  });

export const hand = (
  x: number,
  y: number,
  length: number,
  angle: number,
  half: number,
  colour: string,
): Drawing =>
  polygon(
    [
      around(x, y, length, angle),
      around(x, y, half, angle + 90),
      around(x, y, length * 0.2, angle + 180),
      around(x, y, half, angle - 90),
    ],
    colour,
  );

export const dotRing = (
  x: number,
  y: number,
  radius: number,
  count: number,
  size: number,
  colour: string,
): Drawing =>
  each(spread(count, 0, 360 - 360 / count), (angle) => circle(...around(x, y, radius, angle), size, colour));

export const rings = (
  x: number,
  y: number,
  radii: readonly number[],
  colour: string,
  width: number,
): Drawing => each(radii, (radius) => ring(x, y, radius, colour, width));
