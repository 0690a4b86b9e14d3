import { pigment } from '../../palette.ts';
import { folded } from '../../shapes/cloth.ts';
import { rect, stroke } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const stripe = (x: number, y: number, colour: string): Drawing =>
  rect(x, y, 18, 110, colour) +
  rect(x + 28, y, 8, 110, colour) +
  rect(x + 300, y, 18, 110, colour) +
  rect(x + 284, y, 8, 110, colour);

export const towels =
  folded(190, 560, 430, 96, pigment.paper, stripe(250, 560, pigment.cobalt)) +
  folded(200, 466, 416, 94, pigment.sand, stripe(254, 466, pigment.madder)) +
  folded(194, 374, 424, 92, pigment.paper, stripe(252, 374, pigment.moss)) +
  stroke('M610 400q60 0 50 40t-44 14', pigment.madder, 10);
