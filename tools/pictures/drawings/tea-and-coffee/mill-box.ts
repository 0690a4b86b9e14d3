import { pigment, SHADE } from '../../palette.ts';
import { knob } from '../../shapes/handle.ts';
import { grain } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { polygon, rect, stroke } from '../../svg.ts';

export const millBox =
  polygon(
    [
      [230, 430],
      [570, 430],
      [570, 640],
      [230, 640],
    ],
    pigment.walnut,
  ) +
  grain(240, 450, 320, 40, pigment.cocoa, 3) +
  polygon(
    [
      [470, 430],
      [570, 430],
      [570, 640],
      [470, 640],
    ],
    SHADE,
    { opacity: '.18' },
  ) +
  rect(210, 632, 380, 28, pigment.cocoa, 4) +
  rect(210, 410, 380, 28, pigment.cocoa, 4) +
  rect(280, 520, 240, 90, pigment.cedar, 4) +
  rect(280, 520, 240, 90, SHADE, 4, { opacity: '.06' }) +
  knob(400, 565, 18, 18, pigment.brass) +
  turned({
    profile: [
      [120, 330, 'sharp'],
      [105, 390],
      [60, 412, 'sharp'],
    ],
    fill: pigment.iron,
    inside: pigment.cocoa,
    mouth: 22,
    lip: pigment.slate,
  }) +
  stroke('M400 330V250H590', pigment.slate, 18) +
  knob(600, 225, 26, 34, pigment.rust);
