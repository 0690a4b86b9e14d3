import { pigment } from '../../palette.ts';
import { band, lozenges } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { d, ellipse, spread, stroke } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const djembeRope = (from: number, to: number, half: number, low: number): Drawing =>
  stroke(
    spread(13, -1, 1)
      .map(
        (a) =>
          d`M${400 + a * half} ${from}L${400 + (a + 0.08) * low} ${to}L${400 + (a + 0.16) * half} ${from}`,
      )
      .join(''),
    pigment.cream,
    5,
  );

export const djembe =
  turned({
    profile: [
      [205, 200, 'sharp'],
      [190, 290],
      [90, 440],
      [85, 500],
      [120, 600],
      [130, 656, 'sharp'],
    ],
    fill: '#8f5230',
    foot: 14,
    inside: pigment.cream,
    lip: pigment.cream,
    mouth: 42,
    surface:
      djembeRope(240, 410, 205, 100) +
      band(235, 16, pigment.madder, 30) +
      band(408, 14, pigment.madder, 10) +
      lozenges(560, 18, 26, 9, pigment.brass, 280, 520) +
      band(510, 7, pigment.brass, 8) +
      band(620, 7, pigment.brass, 8),
  }) +
  ellipse(400, 201, 190, 34, '#efe0c0') +
  ellipse(400, 201, 90, 15, pigment.sand);
