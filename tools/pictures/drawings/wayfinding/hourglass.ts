import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { strip, turned } from '../../shapes/turned.ts';
import type { ProfilePoint } from '../../shapes/turned.ts';
import { clip, path, rect, stroke } from '../../svg.ts';

const bulb: ProfilePoint[] = [
  [70, 220, 'sharp'],
  [128, 280],
  [110, 360],
  [14, 430],
  [110, 500],
  [128, 585],
  [70, 640, 'sharp'],
];

const glass = strip({ profile: bulb }, -1, 1);

export const hourglass =
  rect(250, 190, 22, 450, pigment.cedar) +
  rect(528, 190, 22, 450, pigment.cedar) +
  path(glass, LIGHT, { opacity: '.45' }) +
  clip(
    glass,
    path('M270 330Q400 360 530 330L400 440z', pigment.rust),
    path('M400 540L530 640H270z', pigment.rust),
    rect(396, 420, 8, 140, pigment.rust),
    path('M470 200H560V650H440Q520 500 470 200z', SHADE, { opacity: '.08' }),
  ) +
  stroke(glass, LIGHT, 7, { opacity: '.85' }) +
  stroke('M296 270q-6 40 6 70M292 560q-4 30 4 50', LIGHT, 11, { opacity: '.9' }) +
  turned({
    profile: [
      [170, 176, 'sharp'],
      [180, 200],
      [170, 222, 'sharp'],
    ],
    fill: pigment.walnut,
    foot: 8,
  }) +
  turned({
    profile: [
      [170, 630, 'sharp'],
      [184, 650],
      [176, 668, 'sharp'],
    ],
    fill: pigment.walnut,
    foot: 8,
  });
