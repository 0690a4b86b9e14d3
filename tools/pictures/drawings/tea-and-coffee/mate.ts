import { pigment } from '../../palette.ts';
import { band, rosette } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { faint, stroke } from '../../svg.ts';

export const mate =
  stroke('M440 390L560 170L600 160', pigment.silver, 18) +
  turned({
    profile: [
      [100, 370, 'sharp'],
      [120, 410],
      [185, 530],
      [165, 625],
      [90, 656, 'sharp'],
    ],
    fill: pigment.cedar,
    foot: 8,
    inside: pigment.moss,
    mouth: 26,
    lip: pigment.silver,
    surface: band(388, 34, pigment.silver, 12) + rosette(370, 530, 56, 6, pigment.walnut, pigment.cedar),
  }) +
  faint(0.8, stroke('M440 372L452 345', pigment.silver, 18));
