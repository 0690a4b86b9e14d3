import { pigment } from '../../palette.ts';
import { cord, halo } from '../../shapes/lamp.ts';
import { band, rosette } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import type { ProfilePoint } from '../../shapes/turned.ts';
import { each, ellipse, spread, stroke } from '../../svg.ts';

const chochinProfile: ProfilePoint[] = [
  [90, 200, 'sharp'],
  [165, 270],
  [185, 400],
  [165, 530],
  [90, 600, 'sharp'],
];

export const chochin =
  halo(400, 400, 320) +
  cord(400, 170) +
  turned({
    profile: chochinProfile,
    fill: pigment.glow,
    surface:
      ellipse(400, 400, 110, 170, '#fff8dd') +
      each(spread(17, 215, 585), (y) => band(y, 3, pigment.straw, 10)) +
      stroke('M300 500C360 470 380 400 440 370M380 440q-40-20-60-60M420 390q10-50 60-60', pigment.moss, 9) +
      rosette(322, 372, 34, 5, pigment.coral, pigment.honey) +
      rosette(484, 326, 34, 5, pigment.coral, pigment.honey) +
      rosette(448, 368, 26, 5, pigment.rose, pigment.honey),
    shine: 0.4,
  }) +
  turned({
    profile: [
      [88, 176, 'sharp'],
      [92, 210, 'sharp'],
    ],
    fill: pigment.ink,
    foot: 6,
  }) +
  turned({
    profile: [
      [92, 590, 'sharp'],
      [86, 622, 'sharp'],
    ],
    fill: pigment.ink,
    foot: 8,
  }) +
  stroke('M400 630v70', pigment.madder, 6) +
  stroke('M392 690v50M400 690v56M408 690v50', pigment.madder, 6);
