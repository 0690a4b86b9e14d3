import { pigment } from '../../palette.ts';
import { halo, shade } from '../../shapes/lamp.ts';
import { rect, stroke } from '../../svg.ts';

export const tripod =
  halo(400, 240, 260) +
  stroke('M400 330L290 670M400 330L510 670', pigment.oak, 20) +
  stroke('M400 330L416 640', pigment.cedar, 18) +
  stroke('M345 500H455', pigment.cedar, 10) +
  rect(368, 320, 64, 34, pigment.walnut, 8) +
  shade(400, 120, 320, 140, 175, pigment.cream);
