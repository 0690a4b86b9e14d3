import { circle, clip, d, each, path, rect, spread, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { LIGHT, pigment, SHADE } from '../palette.ts';

export const strings = (
  count: number,
  half: number,
  from: number,
  to: number,
  colour: string = pigment.paper,
  width = 3,
): Drawing =>
  stroke(
    spread(count, 400 - half, 400 + half)
      .map((x) => d`M${x} ${from}V${to}`)
      .join(''),
    colour,
    width,
  );

/** A neck standing upright over x = 400, with frets, nut and pegs to both sides. */
export function neck(
  top: number,
  bottom: number,
  half: number,
  wood: string,
  frets: number,
  pegs: number,
): Drawing {
  const head = rect(400 - half * 1.5, top - 90, half * 3, 96, wood, 12);
  const tuners = each(
    spread(pegs, top - 76, top - 20),
    (y) =>
      circle(400 - half * 2.1, y, 11, pigment.cream) +
      circle(400 + half * 2.1, y, 11, pigment.cream) +
      rect(400 - half * 2, y - 3, half * 4, 6, pigment.silver),
  );
  const lines = stroke(
    spread(frets, top + 24, bottom - 20)
      .map((y) => d`M${400 - half} ${y}h${half * 2}`)
      .join(''),
    pigment.silver,
    4,
  );
  return (
    tuners +
    head +
    rect(400 - half, top, half * 2, bottom - top, pigment.cocoa) +
    (frets ? lines : '') +
    rect(400 - half - 3, top - 4, half * 2 + 6, 8, pigment.cream)
  );
}

/** A flat-topped sound box: any outline, darker side, a gleam. */
export const soundbox = (outline: string, wood: string, rim: string, marks: Drawing = ''): Drawing =>
  path(outline, wood) +
  clip(
    outline,
    marks,
    path('M480 200H800V800H440Q560 560 480 200z', SHADE, { opacity: '.13' }),
    path('M250 560q-20 60 30 110 -10-60 0-110z', LIGHT, { opacity: '.25' }),
  ) +
  stroke(outline, rim, 10);

export const soundhole = (x: number, y: number, radius: number, rim: string): Drawing =>
  circle(x, y, radius + 9, rim) + circle(x, y, radius, pigment.cocoa);

export const bridge = (y: number, half: number, wood: string = pigment.cocoa): Drawing =>
  rect(400 - half, y, half * 2, 18, wood, 6);

/** Waisted outline for guitars and fiddles: upper, waist and lower half-widths. */
export function waisted(top: number, bottom: number, upper: number, waist: number, lower: number): string {
  const height = bottom - top;
  const [middle, low] = [top + height * 0.42, top + height * 0.72];
  const right = d`C${400 + upper * 1.1} ${top} ${400 + upper * 1.25} ${top + height * 0.3} ${400 + waist} ${middle}C${400 + waist} ${top + height * 0.5} ${400 + lower * 1.05} ${top + height * 0.52} ${400 + lower} ${low}C${400 + lower} ${bottom - height * 0.06} ${400 + lower * 0.5} ${bottom} 400 ${bottom}`;
  const left = d`C${400 - lower * 0.5} ${bottom} ${400 - lower} ${bottom - height * 0.06} ${400 - lower} ${low}C${400 - lower * 1.05} ${top + height * 0.52} ${400 - waist} ${top + height * 0.5} ${400 - waist} ${middle}C${400 - upper * 1.25} ${top + height * 0.3} ${400 - upper * 1.1} ${top} 400 ${top}`;
  return d`M400 ${top}` + right + left + 'z';
}
