import { LIGHT, pigment } from '../../palette.ts';
import { flame, halo } from '../../shapes/lamp.ts';
import { strip, turned } from '../../shapes/turned.ts';
import type { ProfilePoint } from '../../shapes/turned.ts';
import { circle, path, stroke } from '../../svg.ts';

const chimneyProfile: ProfilePoint[] = [
  [38, 160, 'sharp'],
  [42, 270],
  [74, 360],
  [48, 430, 'sharp'],
];

export const oil =
  halo(400, 340, 280) +
  path(strip({ profile: chimneyProfile }, -1, 1), pigment.glow, { opacity: '.4' }) +
  flame(400, 416, 86) +
  stroke(strip({ profile: chimneyProfile }, -1, 1), LIGHT, 6, { opacity: '.75' }) +
  turned({
    profile: [
      [52, 428, 'sharp'],
      [62, 452],
      [44, 478, 'sharp'],
    ],
    fill: pigment.brass,
  }) +
  stroke('M455 455h40', pigment.brass, 9) +
  circle(500, 455, 14, pigment.brass) +
  turned({
    profile: [
      [44, 478, 'sharp'],
      [118, 510],
      [112, 560],
      [40, 596],
      [46, 612],
      [116, 645],
      [120, 660, 'sharp'],
    ],
    fill: pigment.sky,
    foot: 10,
    surface: path('M250 530h300v60h-300z', pigment.cobalt, { opacity: '.35' }),
    shine: 0.6,
  });
