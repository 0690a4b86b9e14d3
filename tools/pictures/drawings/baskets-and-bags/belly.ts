import { pigment } from '../../palette.ts';
import { basket, strap, wicker } from '../../shapes/basketry.ts';
import { path } from '../../svg.ts';
import { STRAW_DARK } from './shared.ts';

export const belly =
  strap(400, 330, 190, 40, 18, STRAW_DARK) +
  basket({
    profile: [
      [165, 290, 'sharp'],
      [195, 360],
      [240, 500],
      [200, 620],
      [150, 658, 'sharp'],
    ],
    fill: pigment.straw,
    dark: STRAW_DARK,
    weave: wicker,
    size: 24,
    inside: '#8d6a34',
    mouth: 36,
    lip: pigment.paper,
    surface: path('M100 200h600v260q-300 60-600 0z', pigment.paper),
  });
