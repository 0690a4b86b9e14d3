import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { buckle, strap } from '../../shapes/basketry.ts';
import { circle, each, path, rect } from '../../svg.ts';

export const rucksack =
  strap(400, 200, 46, 70, 18, pigment.walnut) +
  path('M220 330C170 360 160 520 190 640H240V330zM580 330C630 360 640 520 610 640H560V330z', '#5b6739') +
  path(
    'M230 300Q230 220 310 210H490Q570 220 570 300V630Q570 658 540 658H260Q230 658 230 630z',
    pigment.moss,
  ) +
  path('M500 210Q570 220 570 300V630Q570 658 540 658H480Q530 420 490 210z', SHADE, { opacity: '.16' }) +
  path('M216 290Q216 196 310 190H490Q584 196 584 290V390Q400 440 216 390z', '#7f8f55') +
  rect(275, 470, 250, 160, '#7f8f55', 18) +
  path('M275 470h250v50q-125 34-250 0z', '#66753f') +
  each([310, 490], (x) => rect(x - 17, 300, 34, 170, pigment.walnut, 6) + buckle(x, 424, 44, pigment.brass)) +
  rect(386, 500, 28, 70, pigment.walnut, 5) +
  circle(400, 552, 8, pigment.brass) +
  path('M236 290Q240 220 310 210q-50 40-46 120z', LIGHT, { opacity: '.2' });
