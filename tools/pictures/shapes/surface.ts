import { circle, d, each, element, path, polygon, scatter, spread, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';

/** Everything here is laid on a form and cut off at its outline, so it may run over the edge. */

export const band = (y: number, width: number, colour: string, sag = 14, x = 400, half = 400): Drawing =>
  stroke(d`M${x - half} ${y}Q${x} ${y + sag * 2} ${x + half} ${y}`, colour, width);

export const bands = (heights: readonly number[], width: number, colour: string, sag = 14): Drawing =>
  each(heights, (y) => band(y, width, colour, sag));

/** Glaze that ran in the kiln: an even coat above, tongues of unequal length below. */
export function drips(
  y: number,
  colour: string,
  lengths: readonly number[],
  left = 160,
  right = 640,
): Drawing {
  const step = (right - left) / lengths.length;
  const tongues = lengths.map((length, index) => {
    const x = left + index * step;
    return d`L${x} ${y + length}a${step / 2} ${step / 2} 0 0 0 ${step} 0L${x + step} ${y}`;
  });
  return path(d`M${left} 0V${y}` + tongues.join('') + d`V0z`, colour);
}

export const speckles = (
  x: number,
  y: number,
  width: number,
  height: number,
  count: number,
  colour: string,
  radius = 5,
): Drawing =>
  element(
    'g',
    { fill: colour },
    ...scatter(count).map(([across, down], index) =>
      element('circle', {
        cx: x + across * width,
        cy: y + down * height,
        r: radius * (0.5 + (index % 3) * 0.35),
      }),
    ),
  );

export function zigzag(
  y: number,
  height: number,
  count: number,
  colour: string,
  width: number,
  left = 100,
  right = 700,
): Drawing {
  const points = spread(count * 2 + 1, left, right).map((x, index) => d`${x} ${index % 2 ? y : y + height}`);
  return stroke(`M${points.join('L')}`, colour, width);
}

export const lozenge = (x: number, y: number, half: number, tall: number, colour: string): Drawing =>
  polygon(
    [
      [x, y - tall],
      [x + half, y],
      [x, y + tall],
      [x - half, y],
    ],
    colour,
  );

export const lozenges = (
  y: number,
  half: number,
  tall: number,
  count: number,
  colour: string,
  left: number,
  right: number,
): Drawing => each(spread(count, left, right), (x) => lozenge(x, y, half, tall, colour));

export const dots = (
  y: number,
  radius: number,
  count: number,
  colour: string,
  left: number,
  right: number,
  sag = 0,
): Drawing => {
  const drawn = spread(count, left, right).map((x) => {
    const across = (x - left) / (right - left);
    return element('circle', { cx: x, cy: y + sag * 4 * across * (1 - across), r: radius });
  });
  return element('g', { fill: colour }, ...drawn);
};

export const grain = (
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  count = 5,
): Drawing =>
  element(
    'g',
    { fill: 'none', stroke: colour, 'stroke-width': 4, opacity: '.45', 'stroke-linecap': 'round' },
    ...spread(count, y, y + height).map((line, index) =>
      element('path', {
        d: d`M${x + (index % 3) * 18} ${line}c${width * 0.3} ${index % 2 ? -12 : 12} ${width * 0.6} ${index % 2 ? 12 : -12} ${width * 0.86} 0`,
      }),
    ),
  );

/** A flower of equal petals, for painted ware and embroidery. */
export function rosette(
  x: number,
  y: number,
  radius: number,
  petals: number,
  colour: string,
  heart: string,
): Drawing {
  const petal = { cx: x, cy: y - radius * 0.6, rx: radius * 0.27, ry: radius * 0.42 };
  const drawn = spread(petals, 0, 360 - 360 / petals).map((angle) =>
    element('ellipse', { ...petal, transform: d`rotate(${angle} ${x} ${y})` }),
  );
  return element('g', { fill: colour }, ...drawn) + circle(x, y, radius * 0.26, heart);
}
