import { LIGHT, pigment } from '../../palette.ts';
import { cord, halo } from '../../shapes/lamp.ts';
import { circle, d, each, path, rect, spread, stroke } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const shells = (y: number, half: number, count: number): Drawing =>
  each(
    spread(count, 400 - half, 400 + half),
    (x, index) =>
      circle(x, y, 42, [pigment.cream, pigment.mist, '#f0dfc4'][index % 3]!) +
      path(d`M${x - 30} ${y + 8}a32 32 0 0 0 60 0a40 60 0 0 1 -60 0`, pigment.rose, { opacity: '.45' }) +
      circle(x - 12, y - 14, 9, LIGHT, { opacity: '.8' }) +
      circle(x, y - 36, 4, pigment.brass),
  );

export const capiz =
  halo(400, 420, 320) +
  cord(400, 190) +
  rect(290, 186, 220, 22, pigment.brass, 8) +
  each(
    [
      [620, 44, 2],
      [555, 90, 3],
      [480, 130, 4],
      [405, 160, 5],
      [330, 150, 5],
      [255, 110, 4],
    ] as const,
    ([y, half, count]) =>
      stroke(
        spread(count, 400 - half, 400 + half)
          .map((x) => d`M${x} ${y - 80}v50`)
          .join(''),
        pigment.straw,
        3,
      ) + shells(y, half, count),
  );
