import { pigment } from '../../palette.ts';
import { knob } from '../../shapes/handle.ts';
import { band, lozenges, zigzag } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';

export const tagine =
  turned({
    profile: [
      [40, 190],
      [62, 240],
      [110, 390],
      [215, 540, 'sharp'],
    ],
    fill: pigment.terracotta,
    foot: 20,
    surface:
      band(320, 12, pigment.cream, 10) +
      zigzag(350, 36, 9, pigment.cobalt, 9, 180, 620) +
      band(415, 12, pigment.cream, 12) +
      lozenges(475, 20, 26, 9, pigment.cobalt, 190, 610),
  }) +
  knob(400, 180, 46, 30, pigment.terracotta) +
  turned({
    profile: [
      [245, 545, 'sharp'],
      [230, 600],
      [170, 655, 'sharp'],
    ],
    fill: pigment.rust,
    foot: 14,
    surface: band(580, 8, pigment.cream, 20),
  });
