import { pigment, SHADE } from '../../palette.ts';
import { cone, cord, halo } from '../../shapes/lamp.ts';
import { bands } from '../../shapes/surface.ts';
import { strip } from '../../shapes/turned.ts';
import type { ProfilePoint } from '../../shapes/turned.ts';
import { clip, d, path, rect, spread, stroke } from '../../svg.ts';

const rattanProfile: ProfilePoint[] = [
  [46, 230],
  [100, 280],
  [180, 400],
  [245, 560, 'sharp'],
];

const weave = spread(15, -300, 300)
  .map(
    (at) =>
      d`M${400 + at * 0.15} 220L${400 + at * 1.1 - 60} 600M${400 + at * 0.15} 220L${400 + at * 1.1 + 60} 600`,
  )
  .join('');

export const rattan =
  cone(400, 560, 235, 370, 810) +
  halo(400, 520, 240) +
  cord(400, 220) +
  path(strip({ profile: rattanProfile, foot: 18 }, -1, 1), pigment.flame, { opacity: '.55' }) +
  clip(
    strip({ profile: rattanProfile, foot: 18 }, -1, 1),
    stroke(weave, pigment.cedar, 9),
    bands([310, 400, 490, 560], 16, pigment.oak, 14),
    path(strip({ profile: rattanProfile }, 0.5, 1), SHADE, { opacity: '.25' }),
  ) +
  rect(370, 206, 60, 36, pigment.ink, 6);
