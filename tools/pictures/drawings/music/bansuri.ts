import { pigment } from '../../palette.ts';
import { rod } from '../../shapes/rod.ts';
import { each, ellipse, rect, turn } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const binding = (x: number, colour: string): Drawing =>
  rect(x, 350, 10, 100, colour) + rect(x + 14, 350, 10, 100, colour);

export const bansuri = turn(
  -35,
  400,
  400,
  rod(
    400,
    [
      [40, 27],
      [760, 27],
    ],
    pigment.straw,
    rect(40, 360, 26, 80, pigment.cocoa) +
      each([70, 170, 270, 600, 700], (x) => binding(x, pigment.madder)) +
      binding(735, pigment.indigo),
  ) +
    ellipse(150, 396, 15, 11, pigment.cocoa) +
    each([340, 392, 444, 510, 556, 650], (x, index) =>
      ellipse(x, 396, index === 5 ? 8 : 12, index === 5 ? 7 : 10, pigment.cocoa),
    ),
);
