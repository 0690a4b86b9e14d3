import { pigment } from '../../palette.ts';
import { rug } from '../../shapes/cloth.ts';
import { lozenge, zigzag } from '../../shapes/surface.ts';
import { each, rect } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const stepped = (x: number, y: number, size: number, colours: readonly string[]): Drawing =>
  each(colours, (colour, index) =>
    lozenge(x, y, size * (1 - index * 0.27), size * 0.86 * (1 - index * 0.27), colour),
  );

export const kilim = rug(
  210,
  130,
  380,
  540,
  pigment.madder,
  pigment.cream,
  rect(210, 130, 380, 44, pigment.indigo) +
    rect(210, 626, 380, 44, pigment.indigo) +
    zigzag(142, 20, 12, pigment.honey, 8, 210, 590) +
    zigzag(638, 20, 12, pigment.honey, 8, 210, 590) +
    each([258, 400, 542], (y, index) =>
      stepped(
        400,
        y,
        82,
        index === 1
          ? [pigment.honey, pigment.indigo, pigment.cream, pigment.madder]
          : [pigment.cream, pigment.indigo, pigment.honey, pigment.madder],
      ),
    ) +
    each(
      [258, 400, 542],
      (y) =>
        stepped(210, y, 84, [pigment.indigo, pigment.honey, pigment.cream]) +
        stepped(590, y, 84, [pigment.indigo, pigment.honey, pigment.cream]),
    ),
);
