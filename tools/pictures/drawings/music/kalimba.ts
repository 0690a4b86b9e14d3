import { pigment, SHADE } from '../../palette.ts';
import { soundhole } from '../../shapes/strung.ts';
import { grain } from '../../shapes/surface.ts';
import { clip, each, path, rect, spread } from '../../svg.ts';

const tineLengths = spread(17, -8, 8).map((at) => 300 - Math.abs(at) * 20);

export const kalimba =
  path(
    'M210 170Q210 140 240 140H560Q590 140 590 170V560Q590 660 490 660H310Q210 660 210 560z',
    pigment.cedar,
  ) +
  clip(
    'M210 170Q210 140 240 140H560Q590 140 590 170V560Q590 660 490 660H310Q210 660 210 560z',
    grain(210, 170, 380, 460, pigment.walnut, 9),
    rect(530, 140, 60, 520, SHADE, 0, { opacity: '.14' }),
  ) +
  soundhole(400, 570, 46, pigment.walnut) +
  each(
    tineLengths,
    (length, index) =>
      rect(232 + index * 20.3, 190, 12, length, index % 3 === 0 ? pigment.mist : pigment.silver, 6) +
      rect(232 + index * 20.3, 190 + length - 8, 12, 8, pigment.slate, 4),
  ) +
  rect(222, 214, 356, 22, pigment.cocoa, 6) +
  rect(222, 262, 356, 14, pigment.slate, 6) +
  rect(222, 178, 356, 8, pigment.brass, 4);
