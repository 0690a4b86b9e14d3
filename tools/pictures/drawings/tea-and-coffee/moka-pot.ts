import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { circle, path, polygon, rect } from '../../svg.ts';

export const mokaPot =
  path('M520 300h70q34 0 30 40l-22 160h-36l20-150h-62z', pigment.ink) +
  path('M270 260l-42 12 60 50z', pigment.silver) +
  polygon(
    [
      [270, 255],
      [530, 255],
      [490, 440],
      [310, 440],
    ],
    '#c9cfd1',
  ) +
  polygon(
    [
      [270, 255],
      [335, 255],
      [352, 440],
      [310, 440],
    ],
    LIGHT,
    { opacity: '.35' },
  ) +
  polygon(
    [
      [465, 255],
      [530, 255],
      [490, 440],
      [448, 440],
    ],
    SHADE,
    { opacity: '.22' },
  ) +
  rect(298, 436, 204, 34, pigment.slate, 6) +
  polygon(
    [
      [308, 470],
      [492, 470],
      [540, 655],
      [260, 655],
    ],
    '#c9cfd1',
  ) +
  polygon(
    [
      [308, 470],
      [354, 470],
      [332, 655],
      [260, 655],
    ],
    LIGHT,
    { opacity: '.35' },
  ) +
  polygon(
    [
      [446, 470],
      [492, 470],
      [540, 655],
      [468, 655],
    ],
    SHADE,
    { opacity: '.22' },
  ) +
  circle(400, 520, 15, pigment.brass) +
  polygon(
    [
      [272, 255],
      [528, 255],
      [440, 205],
      [360, 205],
    ],
    pigment.silver,
  ) +
  polygon(
    [
      [440, 205],
      [528, 255],
      [460, 255],
      [420, 205],
    ],
    SHADE,
    { opacity: '.2' },
  ) +
  rect(378, 160, 44, 48, pigment.ink, 12);
