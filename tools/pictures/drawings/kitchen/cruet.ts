import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { circle, clip, each, ellipse, path, rect, scatter, stroke } from '../../svg.ts';

const cruetOutline =
  'M372 300V390C300 420 270 470 270 540V630Q270 656 300 656H500Q530 656 530 630V540C530 470 500 420 428 390V300z';

export const cruet =
  stroke('M400 300C400 210 350 200 320 170', pigment.silver, 16) +
  rect(374, 262, 52, 60, pigment.oak, 8) +
  path(cruetOutline, '#8fbf9a') +
  clip(
    cruetOutline,
    rect(260, 470, 280, 200, '#b9a534'),
    ellipse(400, 470, 134, 16, '#d2c052'),
    path('M460 380H540V660H460z', SHADE, { opacity: '.15' }),
    stroke('M305 480q-8 80 0 140', LIGHT, 16, { opacity: '.55' }),
  ) +
  rect(362, 304, 76, 22, '#75a884', 10) +
  each(scatter(6), ([a, b]) => circle(300 + a * 180, 490 + b * 140, 6, '#d9cb68'));
