import { pigment } from '../../palette.ts';
import { basket, plait, stitches, strap } from '../../shapes/basketry.ts';
import { STRAW_DARK } from './shared.ts';

export const market =
  strap(400, 400, 110, 150, 18, '#5f3820') +
  basket({
    profile: [
      [275, 380, 'sharp'],
      [240, 520],
      [190, 655, 'sharp'],
    ],
    fill: pigment.straw,
    dark: STRAW_DARK,
    weave: plait,
    inside: '#8d6a34',
    mouth: 46,
    lip: pigment.sand,
  }) +
  strap(400, 440, 120, 190, 22, pigment.walnut) +
  stitches('M280 446v26M520 446v26', pigment.cream);
