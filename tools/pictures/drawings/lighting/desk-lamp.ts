import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, path, polygon, rect, stroke } from '../../svg.ts';

export const deskLamp =
  polygon(
    [
      [235, 330],
      [565, 330],
      [640, 640],
      [160, 640],
    ],
    pigment.flame,
    { opacity: '.14' },
  ) +
  turned({
    profile: [
      [60, 600, 'sharp'],
      [130, 636],
      [140, 658, 'sharp'],
    ],
    fill: pigment.brass,
    foot: 12,
  }) +
  rect(390, 320, 20, 290, pigment.brass) +
  rect(402, 320, 8, 290, SHADE, 0, { opacity: '.2' }) +
  stroke('M400 350H460V300', pigment.brass, 14) +
  path('M200 330C200 240 260 220 300 220H500C540 220 600 240 600 330z', pigment.pine) +
  path('M500 220C540 220 600 240 600 330H520C530 270 520 240 490 220z', SHADE, { opacity: '.2' }) +
  path('M230 310C232 262 262 240 300 240H340C290 250 270 270 266 310z', LIGHT, { opacity: '.35' }) +
  rect(196, 322, 408, 18, pigment.glow, 8) +
  rect(340, 206, 120, 18, pigment.brass, 8) +
  stroke('M500 340v80', pigment.brass, 5, { 'stroke-dasharray': '3 8' }) +
  circle(500, 428, 11, pigment.brass);
