import { pigment, SHADE } from '../../palette.ts';
import { circle, clip, each, path, rect, stroke } from '../../svg.ts';

export const knife =
  path('M110 330C180 300 330 310 420 330V396C300 400 180 380 110 330z', pigment.silver) +
  path('M110 330C180 380 300 400 420 396V380C320 380 200 360 110 330z', pigment.mist) +
  stroke('M250 332l150 6', pigment.slate, 5) +
  path('M410 322C520 310 640 330 700 400C720 440 690 470 660 450C600 400 520 404 410 404z', pigment.oak) +
  clip(
    'M410 322C520 310 640 330 700 400C720 440 690 470 660 450C600 400 520 404 410 404z',
    stroke('M420 350C520 330 600 360 690 430M420 380C520 360 600 380 660 440', pigment.walnut, 7, {
      opacity: '.6',
    }),
    rect(400, 300, 50, 120, pigment.brass),
    path('M640 300h90v180h-60q10-60-30-110z', pigment.brass),
    path('M410 390C520 380 620 400 680 460V480H400z', SHADE, { opacity: '.16' }),
  ) +
  each(
    [
      [540, 352],
      [540, 374],
      [529, 363],
      [551, 363],
      [540, 363],
    ] as const,
    ([x, y]) => circle(x, y, 4, pigment.brass),
  ) +
  path('M400 316q24-20 50 0l-6 12h-40z', pigment.iron);
