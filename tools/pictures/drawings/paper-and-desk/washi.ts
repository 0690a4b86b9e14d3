import { pigment } from '../../palette.ts';
import { rosette } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, d, each, path, polygon, spread, stroke } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const paperRoll = (x: number, top: number, half: number, ground: string, print: Drawing): Drawing =>
  turned({
    x,
    profile: [
      [half, top, 'sharp'],
      [half, 652, 'sharp'],
    ],
    fill: ground,
    foot: 8,
    inside: pigment.paper,
    lip: ground,
    mouth: half * 0.34,
    surface: print,
  }) +
  stroke(
    d`M${x - half * 0.5} ${top}a${half * 0.5} ${half * 0.14} 0 1 1 ${half * 0.6} ${half * 0.1}`,
    ground,
    5,
  );

export const washi =
  paperRoll(
    280,
    230,
    62,
    pigment.madder,
    each(spread(5, 290, 630), (y, index) =>
      rosette(250 + (index % 2) * 50, y, 30, 5, pigment.cream, pigment.honey),
    ),
  ) +
  paperRoll(
    410,
    180,
    62,
    pigment.indigo,
    each(spread(12, 210, 650), (y) =>
      stroke(d`M340 ${y + 26}a24 24 0 0 1 46 0a24 24 0 0 1 46 0a24 24 0 0 1 46 0`, pigment.sky, 5),
    ),
  ) +
  paperRoll(
    535,
    260,
    60,
    pigment.celadon,
    each(
      spread(6, 310, 640),
      (y, index) =>
        circle(510 + (index % 2) * 44, y, 16, pigment.coral) +
        circle(552 - (index % 2) * 44, y + 24, 9, pigment.paper),
    ),
  ) +
  paperRoll(
    340,
    330,
    60,
    pigment.honey,
    each(spread(7, 350, 650), (y) =>
      polygon(
        [
          [270, y + 20],
          [340, y],
          [410, y + 20],
          [340, y + 40],
        ],
        pigment.rust,
      ),
    ),
  ) +
  paperRoll(
    475,
    370,
    62,
    pigment.plum,
    each(spread(5, 410, 640), (y, index) =>
      rosette(446 + (index % 2) * 54, y, 27, 8, pigment.rose, pigment.cream),
    ),
  ) +
  path('M276 540Q400 580 540 540V566Q400 606 276 566z', pigment.cream) +
  stroke('M400 575q-40-40-50-10t50 10q40-40 50-10t-50 10l-20 50M402 575l26 46', pigment.cream, 9);
