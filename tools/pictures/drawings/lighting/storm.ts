import { LIGHT, pigment } from '../../palette.ts';
import { bow, knob } from '../../shapes/handle.ts';
import { flame, halo } from '../../shapes/lamp.ts';
import { strip, turned } from '../../shapes/turned.ts';
import type { ProfilePoint } from '../../shapes/turned.ts';
import { circle, path, stroke } from '../../svg.ts';

const globe: ProfilePoint[] = [
  [70, 330],
  [115, 410],
  [105, 480],
  [72, 535, 'sharp'],
];

export const storm =
  halo(400, 430, 300) +
  bow(400, 330, 150, 190, 9, pigment.silver) +
  stroke('M262 610V330Q262 270 330 260M538 610V330Q538 270 470 260', pigment.madder, 24) +
  path(strip({ profile: globe }, -1, 1), pigment.glow, { opacity: '.5' }) +
  flame(400, 500, 100) +
  stroke(strip({ profile: globe }, -1, 1), LIGHT, 5, { opacity: '.7' }) +
  stroke('M300 430Q400 460 500 430M340 350L470 520M460 350L330 520', pigment.silver, 6, { opacity: '.8' }) +
  turned({
    profile: [
      [60, 225, 'sharp'],
      [84, 262],
      [96, 326, 'sharp'],
    ],
    fill: pigment.madder,
    foot: 8,
  }) +
  knob(400, 214, 40, 18, pigment.madder) +
  turned({
    profile: [
      [80, 535, 'sharp'],
      [96, 560, 'sharp'],
    ],
    fill: pigment.slate,
    foot: 6,
  }) +
  turned({
    profile: [
      [130, 560],
      [155, 590],
      [155, 655, 'sharp'],
    ],
    fill: pigment.madder,
    foot: 12,
  }) +
  circle(488, 590, 18, pigment.brass);
