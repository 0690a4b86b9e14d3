import { pigment } from '../../palette.ts';
import { speckles } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { path, turn } from '../../svg.ts';

export const molcajete =
  path('M250 560l-20 100h60l20-80zM550 560l20 100h-60l-20-80zM375 600h50l10 66h-70z', '#5f605f') +
  turned({
    profile: [
      [240, 400, 'sharp'],
      [225, 510],
      [120, 620, 'sharp'],
    ],
    fill: pigment.stone,
    foot: 16,
    inside: '#4f5050',
    lip: '#98988f',
    mouth: 56,
    surface: speckles(150, 400, 500, 230, 70, '#62635f', 8),
  }) +
  turn(
    28,
    460,
    340,
    turned({
      x: 460,
      profile: [
        [38, 180],
        [44, 240],
        [62, 360],
        [50, 410, 'sharp'],
      ],
      fill: '#74756f',
      surface: speckles(400, 180, 130, 230, 22, '#5a5b57', 7),
    }),
  ) +
  path('M165 412a238 50 0 0 0 470 0l-14 24a226 44 0 0 1-442 0z', '#98988f');
