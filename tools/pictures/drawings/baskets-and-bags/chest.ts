import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { grain } from '../../shapes/surface.ts';
import { circle, d, each, path, rect, stroke } from '../../svg.ts';

export const chest =
  rect(150, 640, 60, 30, pigment.cocoa) +
  rect(590, 640, 60, 30, pigment.cocoa) +
  rect(130, 380, 540, 270, '#8a4a2e', 4) +
  grain(140, 480, 520, 150, pigment.cocoa, 7) +
  rect(600, 380, 70, 270, SHADE, 0, { opacity: '.18' }) +
  rect(118, 330, 564, 64, '#9c5636', 6) +
  stroke('M118 396H682', pigment.cocoa, 6) +
  circle(400, 430, 72, pigment.brass) +
  circle(400, 430, 58, '#b98a33') +
  stroke('M400 372v116', pigment.walnut, 5) +
  rect(352, 418, 96, 24, pigment.brass, 8) +
  circle(366, 430, 6, pigment.walnut) +
  each(
    [200, 600],
    (x) => circle(x, 470, 16, pigment.brass) + stroke(d`M${x - 34} 474a34 34 0 0 0 68 0`, pigment.brass, 10),
  ) +
  each([150, 620], (x) => rect(x, 336, 30, 60, pigment.brass, 4)) +
  path('M126 336h220q-120 10-220 30z', LIGHT, { opacity: '.16' });
