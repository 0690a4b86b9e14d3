import { pigment } from '../../palette.ts';
import { fountainPen } from '../../shapes/writing.ts';
import { stroke, turn } from '../../svg.ts';

export const pen =
  stroke('M110 560c60-80 110-80 100 0s60 60 110-20 80-40 70 10 60 50 110-10', pigment.indigo, 7, {
    opacity: '.75',
  }) + turn(-28, 400, 360, fountainPen(360));
