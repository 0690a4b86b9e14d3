import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { around, circle, each, ellipse, path, polygon, rect, spread, turn } from '../../svg.ts';

const inlay = each(spread(30, 0, 348), (angle, index) =>
  polygon(
    [
      around(400, 400, 268, angle - 5),
      around(400, 400, 290, angle),
      around(400, 400, 268, angle + 5),
      around(400, 400, 246, angle),
    ],
    index % 2 ? pigment.mist : pigment.coral,
  ),
);

export const riq =
  circle(400, 400, 296, '#5a3425') +
  inlay +
  circle(400, 400, 240, '#5a3425') +
  circle(400, 400, 230, '#f3e6cb') +
  path('M560 235a230 230 0 0 1-200 392 300 300 0 0 0 200-392z', SHADE, { opacity: '.1' }) +
  path('M230 330a180 180 0 0 1 120-110q-60 60-70 120z', LIGHT, { opacity: '.6' }) +
  each([18, 90, 162, 234, 306], (angle) => {
    const [x, y] = around(400, 400, 270, angle);
    return turn(
      angle,
      x,
      y,
      rect(x - 56, y - 26, 112, 52, pigment.cocoa, 10) +
        ellipse(x - 6, y, 44, 19, pigment.brass) +
        ellipse(x + 8, y - 3, 44, 19, pigment.flame) +
        circle(x + 6, y - 3, 6, pigment.walnut),
    );
  });
