import { pigment } from '../../palette.ts';
import { band } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { d, each, ellipse, path, polygon, rect, spread, stroke, turn } from '../../svg.ts';

export const penCup =
  turn(
    -12,
    340,
    400,
    rect(316, 150, 40, 330, pigment.oak, 4) +
      stroke(
        spread(9, 170, 330)
          .map((y, index) => d`M316 ${y}h${index % 2 ? 12 : 20}`)
          .join(''),
        pigment.cocoa,
        4,
      ),
  ) +
  turn(
    8,
    440,
    400,
    rect(422, 170, 26, 300, pigment.madder) +
      polygon(
        [
          [422, 172],
          [448, 172],
          [435, 120],
        ],
        pigment.sand,
      ) +
      polygon(
        [
          [429, 144],
          [441, 144],
          [435, 120],
        ],
        pigment.ink,
      ),
  ) +
  turn(
    20,
    500,
    400,
    rect(486, 230, 22, 240, pigment.straw) +
      path('M484 232C470 170 490 150 498 110 506 150 526 170 510 232z', pigment.walnut) +
      rect(482, 226, 30, 26, pigment.brass),
  ) +
  turned({
    profile: [
      [140, 400, 'sharp'],
      [134, 530],
      [140, 655, 'sharp'],
    ],
    fill: pigment.ink,
    foot: 12,
    inside: pigment.cocoa,
    lip: '#4a3a34',
    mouth: 26,
    surface:
      band(438, 6, pigment.brass, 12) +
      band(632, 6, pigment.brass, 12) +
      stroke('M260 590C330 480 400 620 540 500', pigment.brass, 6) +
      each(
        [
          [300, 540, -30],
          [350, 575, 40],
          [400, 545, -40],
          [450, 570, 40],
          [500, 520, -40],
          [330, 500, 20],
          [430, 510, 10],
        ] as const,
        ([x, y, angle]) => ellipse(x, y, 26, 11, pigment.brass, { transform: `rotate(${angle} ${x} ${y})` }),
      ),
  });
