import { pigment } from '../../palette.ts';
import { scissorsBlade } from '../../shapes/writing.ts';
import { circle, mirror, stroke, turn } from '../../svg.ts';

export const scissors =
  mirror(400, turn(-12, 400, 400, scissorsBlade())) +
  turn(-12, 400, 400, scissorsBlade()) +
  circle(400, 400, 20, pigment.brass) +
  stroke('M390 408l20-16', pigment.walnut, 5);
