import { pigment } from '../../palette.ts';
import { cushion } from '../../shapes/cloth.ts';
import { zigzag } from '../../shapes/surface.ts';
import { circle, d, each, stroke } from '../../svg.ts';

const tassels = each(
  [
    [160, 190],
    [640, 190],
    [160, 670],
    [640, 670],
  ] as const,
  ([x, y]) =>
    circle(x, y, 20, pigment.honey) +
    stroke(d`M${x - 10} ${y + 10}l-8 50M${x} ${y + 12}v54M${x + 10} ${y + 10}l8 50`, pigment.honey, 9),
);

export const kilimCushion =
  cushion(
    400,
    430,
    240,
    pigment.madder,
    each([230, 330, 430, 530, 630], (y, index) =>
      zigzag(y - 34, 60, 5, [pigment.honey, pigment.cream, pigment.indigo][index % 3]!, 24, 130, 670),
    ),
    '#7d2820',
  ) + tassels;
