import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { fringe } from '../../shapes/cloth.ts';
import { circle, clip, path, stroke } from '../../svg.ts';

export const peshtemal =
  circle(400, 150, 30, pigment.oak) +
  circle(394, 144, 10, LIGHT, { opacity: '.4' }) +
  fringe(262, 548, 610, 66, 16, pigment.cream, 9) +
  path(
    'M400 150C360 190 280 210 262 250V612Q300 630 334 612T406 612T478 612T550 612V250C530 210 440 190 400 150z',
    pigment.teal,
  ) +
  clip(
    'M400 150C360 190 280 210 262 250V612Q300 630 334 612T406 612T478 612T550 612V250C530 210 440 190 400 150z',
    stroke('M300 190L290 640M330 180L326 640M470 180L480 640M502 190L512 640', pigment.cream, 10),
    stroke('M200 530H600M200 560H600M200 580H600', pigment.cream, 8),
    path('M400 150L370 640H420z', SHADE, { opacity: '.16' }),
    path('M400 150L540 640H600V200z', SHADE, { opacity: '.12' }),
  );
