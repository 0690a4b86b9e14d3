import { clip, d, each, ellipse, path, polygon, rect, spread, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { LIGHT, pigment, SHADE } from '../palette.ts';
import { lozenge, zigzag } from './surface.ts';

/** Eight slim petals in pairs, the figure knitters call a star. */
const knittedStar = (x: number, y: number, size: number, colour: string): Drawing =>
  each(spread(8, 0, 315), (angle) =>
    polygon(
      [
        [x, y],
        [x - size * 0.3, y - size * 0.55],
        [x, y - size],
        [x + size * 0.06, y - size * 0.4],
      ],
      colour,
      { transform: d`rotate(${angle} ${x} ${y})` },
    ),
  );

export function mitten(x: number, ground: string, figure: string): Drawing {
  const outline = d`M${x - 105} 600V330C${x - 105} 230 ${x - 60} 170 ${x} 160C${x + 60} 170 ${x + 105} 230 ${x + 105} 330V360l40 -40q36 -26 58 6 16 30 -14 60l-84 100V600z`;
  const cuff = each([500, 524, 548, 572], (y, index) =>
    rect(x - 105, y, 210, 12, index % 2 ? figure : pigment.madder),
  );
  const figures =
    knittedStar(x, 320, 92, figure) +
    lozenge(x, 450, 22, 24, figure) +
    lozenge(x - 64, 450, 22, 24, figure) +
    lozenge(x + 64, 450, 22, 24, figure) +
    lozenge(x, 195, 16, 20, figure) +
    zigzag(478, 14, 9, figure, 6, x - 105, x + 105);
  return (
    path(outline, ground) +
    clip(outline, figures, cuff, path(d`M${x + 50} 150H${x + 220}V620H${x + 50}z`, SHADE, { opacity: '.13' }))
  );
}

export function sock(x: number, y: number, wool: string): Drawing {
  const outline = d`M${x} ${y}h150v230c0 50 20 60 70 84l90 40c50 26 40 96 -20 96H${x + 90}c-70 0 -100 -50 -96 -110z`;
  const pattern =
    rect(x - 10, y, 170, 30, pigment.cream) +
    zigzag(y + 52, 30, 6, pigment.cream, 10, x - 6, x + 160) +
    zigzag(y + 92, 26, 6, pigment.indigo, 8, x - 6, x + 160) +
    stroke(
      d`M${x + 20} ${y}v32M${x + 45} ${y}v32M${x + 70} ${y}v32M${x + 95} ${y}v32M${x + 120} ${y}v32`,
      SHADE,
      5,
      { opacity: '.25' },
    );
  const heel =
    ellipse(x + 24, y + 400, 74, 70, pigment.slate, { opacity: '.55' }) +
    ellipse(x + 320, y + 420, 62, 70, pigment.slate, { opacity: '.55' });
  const rows = each(spread(6, y + 150, y + 290), (row) =>
    stroke(d`M${x - 10} ${row}q80 16 180 0`, SHADE, 3, { opacity: '.16' }),
  );
  return (
    path(outline, wool) +
    clip(outline, pattern, heel, rows, path(d`M${x + 110} ${y}h60v300h-60z`, SHADE, { opacity: '.1' }))
  );
}

export function slipper(x: number, y: number): Drawing {
  const outline = d`M${x} ${y}c-70 0 -96 70 -92 150 6 110 20 190 26 250 6 60 40 84 70 84s64 -24 70 -84c6 -60 16 -140 18 -250 2 -90 -26 -150 -92 -150z`;
  const mouth = d`M${x - 4} ${y + 210}c-50 0 -62 40 -56 110 6 80 10 130 62 130s58 -50 62 -130c4 -70 -14 -110 -68 -110z`;
  return (
    path(outline, pigment.stone) +
    clip(
      outline,
      path(d`M${x + 40} ${y - 10}h80v520h-90z`, SHADE, { opacity: '.14' }),
      stroke(d`M${x - 50} ${y + 80}q10 -50 50 -56`, LIGHT, 14, { opacity: '.3' }),
    ) +
    path(mouth, '#5d5c58') +
    path(d`M${x - 44} ${y + 320}c-2 60 8 110 50 116 40 -6 50 -56 50 -110z`, pigment.oak) +
    stroke(mouth, pigment.madder, 8, { 'stroke-dasharray': '18 12' }) +
    stroke(d`M${x} ${y + 30}v160`, pigment.madder, 7, { 'stroke-dasharray': '16 12' })
  );
}
