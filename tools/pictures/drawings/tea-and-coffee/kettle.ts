import { pigment } from '../../palette.ts';
import { bow, knob, spout } from '../../shapes/handle.ts';
import { band } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { stroke } from '../../svg.ts';

export const kettle =
  bow(400, 400, 150, 190, 22, pigment.iron) +
  stroke('M318 258Q400 236 482 258', pigment.cedar, 38) +
  spout(235, 520, 110, 130, 46, 36, pigment.madder, 0.5) +
  turned({
    profile: [
      [100, 390],
      [190, 430],
      [225, 540],
      [215, 650, 'sharp'],
    ],
    fill: pigment.madder,
    foot: 14,
    surface: band(636, 12, '#7d2820', 12),
  }) +
  turned({
    profile: [
      [60, 366, 'sharp'],
      [104, 388],
      [110, 402, 'sharp'],
    ],
    fill: pigment.madder,
    foot: 8,
  }) +
  knob(400, 352, 26, 22, pigment.cedar);
