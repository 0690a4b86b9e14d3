import { pigment } from '../../palette.ts';
import { flame, halo } from '../../shapes/lamp.ts';
import { turned } from '../../shapes/turned.ts';
import { d, each, spread, stroke } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const honeycomb = (x: number, y: number): Drawing =>
  each(spread(10, y + 30, y + 390), (row, index) =>
    stroke(d`M${x - 60} ${row}l20 14 20 -14 20 14 20 -14 20 14 20 -14`, '#b9791f', 4, {
      opacity: index % 2 ? '.75' : '.5',
    }),
  );

export const beeswax =
  halo(330, 200, 210) +
  stroke('M330 250v-30M480 330v-34', pigment.cocoa, 6) +
  flame(330, 232, 84) +
  turned({
    x: 330,
    profile: [
      [56, 250, 'sharp'],
      [56, 658, 'sharp'],
    ],
    fill: pigment.honey,
    foot: 8,
    inside: pigment.flame,
    mouth: 14,
    surface: honeycomb(330, 250),
  }) +
  turned({
    x: 480,
    profile: [
      [56, 330, 'sharp'],
      [56, 658, 'sharp'],
    ],
    fill: '#d18f2c',
    foot: 8,
    inside: pigment.flame,
    mouth: 14,
    surface: honeycomb(480, 330),
  });
