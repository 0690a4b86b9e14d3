import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { halo } from '../../shapes/lamp.ts';
import { dots } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, clip, each, ellipse, path, polygon, spread, stroke } from '../../svg.ts';

const glassColours = [
  pigment.madder,
  pigment.cobalt,
  pigment.honey,
  pigment.teal,
  pigment.coral,
  pigment.sky,
];

export const mosaic =
  halo(400, 430, 320, pigment.coral) +
  stroke('M400 -10V210', pigment.brass, 7, { 'stroke-dasharray': '12 7' }) +
  turned({
    profile: [
      [30, 205],
      [60, 240],
      [80, 275, 'sharp'],
    ],
    fill: pigment.brass,
  }) +
  clip(
    'M400 270a170 170 0 1 0 .1 0z',
    circle(400, 440, 172, pigment.glow),
    each([0, 1, 2, 3, 4, 5], (row) =>
      each(spread(9, 0, 8), (column) => {
        const x = 225 + column * 44 + (row % 2) * 22;
        const y = 300 + row * 56;
        return polygon(
          [
            [x, y - 32],
            [x + 19, y],
            [x, y + 32],
            [x - 19, y],
          ],
          glassColours[(column + row * 2) % 6]!,
        );
      }),
    ),
    each([272, 328, 384, 440, 496, 552, 608], (y) => dots(y, 4, 9, pigment.paper, 225, 577)),
    path('M400 270a170 170 0 0 1 0 340 230 230 0 0 0 60-330z', SHADE, { opacity: '.2' }),
    ellipse(330, 360, 26, 44, LIGHT, { opacity: '.4', transform: 'rotate(30 330 360)' }),
  ) +
  turned({
    profile: [
      [70, 596],
      [34, 630],
      [10, 650, 'sharp'],
    ],
    fill: pigment.brass,
  }) +
  stroke('M400 660v60M390 690v40M410 690v40', pigment.madder, 6);
