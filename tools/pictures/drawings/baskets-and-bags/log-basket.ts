import { pigment, SHADE } from '../../palette.ts';
import { circle, clip, each, path, rect, spread, stroke } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const log = (x: number, y: number): Drawing =>
  circle(x, y, 54, pigment.walnut) +
  circle(x, y, 44, pigment.sand) +
  circle(x, y, 28, 'none', { stroke: pigment.cedar, 'stroke-width': 5 }) +
  circle(x, y, 12, pigment.cedar);

const slats =
  each(
    spread(9, 150, 650),
    (x) => rect(x - 24, 400, 46, 270, '#d8a868') + rect(x + 12, 400, 10, 270, SHADE, 0, { opacity: '.15' }),
  ) +
  each(
    [470, 550, 630],
    (y) =>
      rect(100, y, 600, 34, pigment.cedar) +
      each(spread(9, 150, 650), (x, index) =>
        (index + Math.round(y / 80)) % 2 ? rect(x - 24, y, 46, 34, '#d8a868') : '',
      ),
  );

const logBody = 'M150 430H650L610 640Q606 656 590 656H210Q194 656 190 640z';

export const logBasket =
  stroke('M180 440C180 180 620 180 620 440', pigment.walnut, 30) +
  log(270, 390) +
  log(385, 370) +
  log(505, 375) +
  log(325, 310) +
  log(450, 300) +
  path(logBody, '#d8a868') +
  clip(logBody, slats, path('M540 400H700V700H520z', SHADE, { opacity: '.16' })) +
  rect(136, 418, 528, 34, pigment.walnut, 12);
