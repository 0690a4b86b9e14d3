import { pigment } from '../../palette.ts';
import { knob } from '../../shapes/handle.ts';
import { halo, rays } from '../../shapes/lamp.ts';
import { bands, dots } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { around, each, polygon, spread, stroke } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const star = (x: number, y: number, size: number): Drawing =>
  polygon(
    spread(16, 0, 337.5).map((angle, index) => around(x, y, index % 2 ? size * 0.5 : size, angle)),
    pigment.glow,
  );

export const fanous =
  halo(400, 440, 330) +
  rays(400, 440, 290, 340, 24) +
  stroke('M400 -10V180', pigment.brass, 8, { 'stroke-dasharray': '14 8' }) +
  turned({
    profile: [
      [10, 175],
      [34, 220],
      [110, 300],
      [190, 420],
      [180, 510],
      [90, 620, 'sharp'],
    ],
    fill: '#a87a2c',
    foot: 10,
    surface:
      each([420, 510], (y) => dots(y - 46, 5, 17, pigment.glow, 215, 585, 8)) +
      each(
        [
          [400, 455],
          [305, 450],
          [495, 450],
          [240, 440],
          [560, 440],
        ] as const,
        ([x, y]) => star(x, y, 32),
      ) +
      each(
        [
          [350, 350],
          [450, 350],
          [350, 545],
          [450, 545],
        ] as const,
        ([x, y]) => star(x, y, 22),
      ) +
      dots(300, 6, 6, pigment.glow, 340, 460, 4) +
      dots(590, 6, 7, pigment.glow, 330, 470, 4) +
      bands([385, 505], 4, pigment.flame, 14),
  }) +
  knob(400, 172, 20, 18, pigment.brass) +
  knob(400, 634, 26, 16, pigment.brass) +
  stroke('M400 650v30', pigment.brass, 8);
