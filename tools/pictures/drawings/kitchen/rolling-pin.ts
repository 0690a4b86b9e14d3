import { pigment } from '../../palette.ts';
import { rod } from '../../shapes/rod.ts';
import { grain } from '../../shapes/surface.ts';
import { circle, each, ellipse, scatter, turn } from '../../svg.ts';

export const rollingPin =
  ellipse(400, 400, 300, 200, pigment.paper, { opacity: '.8' }) +
  each(scatter(26, 3), ([a, b]) => circle(90 + a * 620, 180 + b * 440, 7, pigment.paper)) +
  turn(
    -28,
    400,
    400,
    rod(
      400,
      [
        [60, 14],
        [80, 22],
        [250, 42],
        [400, 48],
        [550, 42],
        [720, 22],
        [740, 14],
      ],
      pigment.sand,
      grain(90, 375, 640, 56, pigment.cedar, 5),
    ),
  );
