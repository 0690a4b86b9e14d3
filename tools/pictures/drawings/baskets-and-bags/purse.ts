import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { circle, clip, path, rect, stroke } from '../../svg.ts';

const purseBody = 'M240 400C150 480 170 640 290 650Q400 664 510 650C630 640 650 480 560 400z';

export const purse =
  path(purseBody, pigment.madder) +
  clip(
    purseBody,
    path('M520 390H680V670H460C560 600 570 500 520 390z', SHADE, { opacity: '.17' }),
    stroke(
      'M300 405q-20 60-50 90M350 405q-6 70-16 110M400 405v110M450 405q6 70 16 110M500 405q20 60 50 90',
      '#7d2820',
      7,
    ),
    path('M210 520q10-60 50-90-20 90-10 150z', LIGHT, { opacity: '.3' }),
  ) +
  stroke('M238 404C238 300 562 300 562 404', pigment.brass, 30) +
  stroke('M250 390C260 320 420 312 470 326', pigment.flame, 7) +
  rect(228, 390, 344, 22, pigment.brass, 10) +
  circle(384, 304, 22, pigment.brass) +
  circle(420, 298, 22, '#b98a33');
