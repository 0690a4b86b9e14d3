import { pigment } from '../../palette.ts';
import { band } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, d, each, ellipse, path, scatter, turn } from '../../svg.ts';

const pomegranate = (x: number, y: number, size: number): string =>
  path(
    d`M${x - size * 0.3} ${y - size * 1.25}l${size * 0.15} ${size * 0.3}h${size * 0.3}l${size * 0.15} ${-size * 0.3}l${-size * 0.3} ${size * 0.16}z`,
    pigment.madder,
  ) +
  circle(x, y, size, pigment.madder) +
  ellipse(x + size * 0.1, y, size * 0.42, size * 0.6, pigment.cream) +
  each(scatter(7), ([a, b]) =>
    circle(x + size * (a * 0.5 - 0.15), y + size * (b * 0.8 - 0.4), size * 0.1, pigment.coral),
  );

const leaf = (x: number, y: number, angle: number): string =>
  turn(angle, x, y, path(d`M${x} ${y}q26 -36 72 0q-46 36 -72 0z`, pigment.cobalt));

export const bowl = turned({
  profile: [
    [255, 400, 'sharp'],
    [225, 530],
    [105, 640, 'sharp'],
  ],
  fill: pigment.paper,
  foot: 14,
  inside: pigment.mist,
  lip: pigment.cobalt,
  mouth: 64,
  surface:
    pomegranate(400, 545, 46) +
    pomegranate(245, 520, 38) +
    pomegranate(555, 520, 38) +
    leaf(318, 560, -150) +
    leaf(310, 510, 0) +
    leaf(462, 530, -20) +
    leaf(470, 570, 30) +
    band(636, 16, pigment.cobalt, 8),
});
