import { pigment, SHADE } from '../../palette.ts';
import { dotRing } from '../../shapes/disc.ts';
import { rod } from '../../shapes/rod.ts';
import { circle, d, each, path, rect, stroke, turn } from '../../svg.ts';

export const bodhran =
  circle(390, 390, 285, pigment.walnut) +
  circle(390, 390, 270, pigment.oak) +
  circle(390, 390, 252, '#f5e9d2') +
  path('M380 138h24v504h-24zM138 380h504v24H138z', SHADE, { opacity: '.08' }) +
  path('M560 210a252 252 0 0 1-200 430 330 330 0 0 0 200-430z', SHADE, { opacity: '.1' }) +
  dotRing(390, 390, 262, 24, 6, pigment.brass) +
  each([[390, 390]] as const, ([x, y]) =>
    stroke(
      d`M${x} ${y - 74}c60 0 60 60 0 74s-60 74 0 74 60-60 0-74-60-74 0-74zM${x - 74} ${y}c0-60 60-60 74 0s74 60 74 0-60-60-74 0-74 60-74 0z`,
      pigment.pine,
      10,
    ),
  ) +
  turn(
    -52,
    540,
    560,
    rod(
      560,
      [
        [380, 24],
        [400, 26],
        [470, 14],
        [540, 20],
        [610, 14],
        [680, 26],
        [700, 22],
      ],
      '#6d3d25',
      rect(536, 520, 10, 80, pigment.brass),
    ),
  );
