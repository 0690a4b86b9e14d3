import { LIGHT, pigment } from '../../palette.ts';
import { rod } from '../../shapes/rod.ts';
import { d, each, ellipse, path, rect } from '../../svg.ts';

const pans = [
  pigment.honey,
  '#e8c53f',
  pigment.coral,
  pigment.madder,
  pigment.plum,
  pigment.indigo,
  pigment.cobalt,
  pigment.teal,
  pigment.pine,
  pigment.moss,
  pigment.cedar,
  pigment.ink,
];

export const paints =
  rect(120, 130, 560, 220, pigment.ink, 22) +
  rect(140, 150, 520, 184, pigment.paper, 14) +
  each(
    [
      [230, pigment.sky],
      [400, pigment.coral],
      [570, pigment.celadon],
    ] as const,
    ([x, colour]) =>
      ellipse(x, 242, 70, 66, pigment.mist) + ellipse(x + 6, 252, 46, 38, colour, { opacity: '.75' }),
  ) +
  rect(120, 356, 560, 290, pigment.ink, 22) +
  each(pans, (colour, index) => {
    const [x, y] = [144 + (index % 6) * 88, 376 + Math.floor(index / 6) * 150];
    return (
      rect(x, y, 74, 92, pigment.paper, 8) +
      rect(x + 8, y + 8, 58, 76, colour, 6) +
      path(d`M${x + 16} ${y + 20}q20 -8 40 0l-6 12q-14 -6 -28 0z`, LIGHT, { opacity: '.35' })
    );
  }) +
  rect(144, 482, 514, 30, pigment.iron, 8) +
  rod(
    497,
    [
      [156, 3],
      [200, 12],
      [214, 12],
    ],
    pigment.walnut,
  ) +
  rod(
    497,
    [
      [212, 12],
      [290, 10],
    ],
    pigment.brass,
  ) +
  rod(
    497,
    [
      [288, 10],
      [400, 13],
      [650, 5],
    ],
    pigment.madder,
  ) +
  rect(250, 344, 40, 18, pigment.slate) +
  rect(510, 344, 40, 18, pigment.slate);
