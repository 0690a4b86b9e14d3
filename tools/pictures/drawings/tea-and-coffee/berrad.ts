import { pigment } from '../../palette.ts';
import { ear, knob, spout } from '../../shapes/handle.ts';
import { bands, rosette } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { each, spread } from '../../svg.ts';

export const berrad =
  ear(500, 330, 130, 230, 26, pigment.slate) +
  spout(300, 480, 130, 200, 48, 26, pigment.silver, 0.7) +
  turned({
    profile: [
      [60, 280],
      [90, 330],
      [150, 460],
      [135, 560],
      [80, 610],
      [105, 655, 'sharp'],
    ],
    fill: pigment.silver,
    foot: 12,
    surface:
      bands([340, 356, 560, 576], 5, pigment.slate) +
      each(spread(5, 280, 520), (x) => rosette(x, 460, 30, 8, pigment.slate, pigment.silver)),
    shine: 0.6,
  }) +
  turned({
    profile: [
      [8, 160],
      [22, 190],
      [50, 240],
      [70, 284, 'sharp'],
    ],
    fill: pigment.silver,
    foot: 8,
    shine: 0.6,
  }) +
  knob(400, 156, 16, 18, pigment.brass);
