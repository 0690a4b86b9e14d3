import { pigment } from '../../palette.ts';
import { basket, coils } from '../../shapes/basketry.ts';
import { knob } from '../../shapes/handle.ts';
import { band, zigzag } from '../../shapes/surface.ts';
import { STRAW_DARK } from './shared.ts';

export const palmLid =
  basket({
    profile: [
      [200, 440, 'sharp'],
      [225, 540],
      [150, 656, 'sharp'],
    ],
    fill: pigment.straw,
    dark: STRAW_DARK,
    weave: coils,
    size: 20,
    surface: zigzag(490, 70, 8, pigment.cocoa, 22, 140, 660) + band(610, 20, pigment.rust, 14),
  }) +
  basket({
    profile: [
      [20, 180],
      [60, 260],
      [140, 350],
      [225, 440, 'sharp'],
    ],
    fill: pigment.sand,
    dark: STRAW_DARK,
    weave: coils,
    size: 20,
    surface:
      zigzag(350, 60, 7, pigment.cocoa, 20, 170, 630) +
      band(430, 18, pigment.rust, 18) +
      band(280, 14, pigment.rust, 8),
    foot: 20,
  }) +
  knob(400, 172, 24, 22, pigment.cocoa);
