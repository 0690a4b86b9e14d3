import { clip, d, each, path, rect, spread, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { LIGHT, SHADE } from '../palette.ts';

export const fringe = (
  left: number,
  right: number,
  y: number,
  length: number,
  count: number,
  colour: string,
  width = 5,
): Drawing =>
  stroke(
    spread(count, left, right)
      .map((x, index) => d`M${x} ${y}l${index % 2 ? 4 : -4} ${length}`)
      .join(''),
    colour,
    width,
  );

/** A rug from above: ground, woven figures, and a fringe at both ends. */
export function rug(
  x: number,
  y: number,
  width: number,
  height: number,
  ground: string,
  ends: string,
  figures: Drawing,
): Drawing {
  const outline = d`M${x} ${y}h${width}v${height}h${-width}z`;
  const weave = each(spread(Math.round(height / 26), y, y + height), (line) =>
    rect(x, line, width, 3, SHADE, 0, { opacity: '.07' }),
  );
  return (
    fringe(x + 8, x + width - 8, y, -38, Math.round(width / 16), ends) +
    fringe(x + 8, x + width - 8, y + height, 38, Math.round(width / 16), ends) +
    path(outline, ground) +
    clip(outline, figures, weave)
  );
}

/** A plump square cushion, seen from the front. */
export function cushion(
  x: number,
  y: number,
  half: number,
  fill: string,
  figures: Drawing,
  piping: string,
): Drawing {
  const [a, b, c] = [half, half * 0.9, half * 0.25];
  const outline = d`M${x - a} ${y - a}Q${x} ${y - b + c * 0.2} ${x + a} ${y - a}Q${x + b} ${y} ${x + a} ${y + a}Q${x} ${y + b} ${x - a} ${y + a}Q${x - b} ${y} ${x - a} ${y - a}z`;
  const shade = path(
    d`M${x + a} ${y - a}Q${x + half * 0.5} ${y} ${x + a} ${y + a}Q${x} ${y + half * 0.75} ${x - a} ${y + a}L${x - a} ${y + a * 1.3}H${x + a * 1.3}z`,
    SHADE,
    { opacity: '.16' },
  );
  const creases = stroke(
    d`M${x - a} ${y - a}l${c} ${c}M${x + a} ${y - a}l${-c} ${c}M${x - a} ${y + a}l${c} ${-c}M${x + a} ${y + a}l${-c} ${-c}`,
    SHADE,
    6,
    { opacity: '.2' },
  );
  const light = path(
    d`M${x - a} ${y - a}Q${x - b * 0.8} ${y - b * 0.2} ${x - a * 0.9} ${y + a * 0.6}L${x - a * 0.78} ${y + a * 0.5}Q${x - b * 0.66} ${y - b * 0.2} ${x - a} ${y - a}z`,
    LIGHT,
    { opacity: '.25' },
  );
  return path(outline, fill) + clip(outline, figures, shade, creases, light) + stroke(outline, piping, 9);
}

/** Cloth hanging straight from a rail, with soft folds. */
export function hung(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  figures: Drawing,
  folds: readonly number[],
): Drawing {
  const step = width / 4;
  const hem = d`v${height}q${-step / 2} 16 ${-step} 0t${-step} 0t${-step} 0t${-step} 0z`;
  const outline = d`M${x} ${y}h${width}` + hem;
  const shadows = each(folds, (fold) =>
    path(d`M${x + width * fold} ${y}l${18} ${height + 30}h42l-20 ${-height - 30}z`, SHADE, {
      opacity: '.12',
    }),
  );
  const lights = each(folds, (fold) =>
    path(d`M${x + width * fold - 22} ${y}l16 ${height + 30}h20l-16 ${-height - 30}z`, LIGHT, {
      opacity: '.2',
    }),
  );
  return path(outline, fill) + clip(outline, figures, shadows, lights);
}

/** One folded piece in a pile: the rounded fold to the left, the layers showing at the right. */
export function folded(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  figures: Drawing = '',
): Drawing {
  const r = height / 2;
  const outline = d`M${x + r} ${y}h${width - r - 10}q10 0 10 10v${height - 20}q0 10 -10 10h${-(width - r - 10)}a${r} ${r} 0 0 1 0 ${-height}z`;
  const layers = stroke(d`M${x + r} ${y + height / 2}H${x + width}`, SHADE, 4, { opacity: '.22' });
  const under = rect(x, y + height * 0.72, width, height * 0.28, SHADE, 0, { opacity: '.13' });
  return path(outline, fill) + clip(outline, figures, under) + layers;
}
