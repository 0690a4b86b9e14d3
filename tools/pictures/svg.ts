/** A fragment of SVG. Everything in this folder is a pure function from parameters to such fragments. */
export type Drawing = string;

type Attributes = Readonly<Record<string, string | number | undefined>>;

const round = (value: number): number => Math.round(value * 10) / 10;
const text = (value: string | number): string => (typeof value === 'number' ? `${round(value)}` : value);

/** Template for path data: numbers are rounded to a tenth, which keeps files small. */
export function d(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.map((part, index) => part + (index < values.length ? text(values[index]!) : '')).join('');
}

export function element(name: string, attributes: Attributes, ...children: Drawing[]): Drawing {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${text(value!)}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

export const path = (data: string, fill: string, more: Attributes = {}): Drawing =>
  element('path', { d: data, fill, ...more });

export const stroke = (data: string, colour: string, width: number, more: Attributes = {}): Drawing =>
  element('path', {
    d: data,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  });

export const ellipse = (
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  fill: string,
  more: Attributes = {},
): Drawing => element('ellipse', { cx, cy, rx, ry, fill, ...more });

export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): Drawing =>
  element('circle', { cx, cy, r, fill, ...more });

export const ring = (
  cx: number,
  cy: number,
  r: number,
  colour: string,
  width: number,
  more: Attributes = {},
): Drawing => element('circle', { cx, cy, r, fill: 'none', stroke: colour, 'stroke-width': width, ...more });

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  rx = 0,
  more: Attributes = {},
): Drawing => element('rect', { x, y, width, height, rx: rx || undefined, fill, ...more });

export const polygon = (
  points: readonly (readonly [number, number])[],
  fill: string,
  more: Attributes = {},
): Drawing => element('polygon', { points: points.map(([x, y]) => d`${x},${y}`).join(' '), fill, ...more });

export const turn = (degrees: number, x: number, y: number, ...children: Drawing[]): Drawing =>
  element('g', { transform: d`rotate(${degrees} ${x} ${y})` }, ...children);

export const move = (x: number, y: number, ...children: Drawing[]): Drawing =>
  element('g', { transform: d`translate(${x} ${y})` }, ...children);

export const mirror = (x: number, ...children: Drawing[]): Drawing =>
  element('g', { transform: d`matrix(-1 0 0 1 ${2 * x} 0)` }, ...children);

export const scale = (factor: number, x: number, y: number, ...children: Drawing[]): Drawing =>
  element(
    'g',
    { transform: `translate(${text(x * (1 - factor))} ${text(y * (1 - factor))}) scale(${factor})` },
    ...children,
  );

export const faint = (opacity: number, ...children: Drawing[]): Drawing =>
  element('g', { opacity: `${opacity}` }, ...children);

/** Identifiers come from the content, so that equal input draws equal bytes and no counter is shared. */
function nameOf(content: string): string {
  let hash = 5381;
  for (const character of content) hash = ((hash * 33) ^ character.charCodeAt(0)) >>> 0;
  return `n${hash.toString(36)}`;
}

export function clip(outline: string, ...children: Drawing[]): Drawing {
  const id = nameOf(outline);
  const definition = element('clipPath', { id }, element('path', { d: outline }));
  return definition + element('g', { 'clip-path': `url(#${id})` }, ...children);
}

/** Fills an outline with a repeated tile; the cheap way to weave, check and print. */
export function tiled(
  outline: string,
  width: number,
  height: number,
  degrees: number,
  ...children: Drawing[]
): Drawing {
  const id = nameOf(`${width}/${height}/${degrees}/${children.join('')}`);
  const patternTransform = degrees === 0 ? undefined : `rotate(${degrees})`;
  const definition = element(
    'pattern',
    { id, width, height, patternUnits: 'userSpaceOnUse', patternTransform },
    ...children,
  );
  return definition + path(outline, `url(#${id})`);
}

/** Evenly spaced values from `first` to `last`, both included. */
export function spread(count: number, first: number, last: number): number[] {
  if (count === 1) return [first];
  return Array.from({ length: count }, (_, index) => first + ((last - first) * index) / (count - 1));
}

export const each = <Item>(items: readonly Item[], draw: (item: Item, index: number) => Drawing): Drawing =>
  items.map(draw).join('');

/** A point at an angle (degrees, clockwise from twelve o'clock). */
export function around(cx: number, cy: number, radius: number, degrees: number): readonly [number, number] {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
}

/** Repeatable scatter in the unit square: a low-discrepancy walk looks even where dice clump. */
export const scatter = (count: number, seed = 0): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, index) => {
    const step = index + 1 + seed * 17;
    return [(step * 0.7548776662) % 1, (step * 0.5698402909) % 1] as const;
  });

export const box = (x: number, y: number, width: number, height: number): string =>
  d`M${x} ${y}h${width}v${height}h${-width}z`;
