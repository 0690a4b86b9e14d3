import { pigment, SHADE } from '../../palette.ts';
import { clip, path, rect, stroke, turn } from '../../svg.ts';

const bladeOutline = 'M388 360C330 400 318 560 350 690Q400 760 450 690C482 560 470 400 412 360z';

export const paddle = turn(
  35,
  400,
  400,
  rect(386, 70, 28, 330, pigment.cedar) +
    rect(404, 70, 10, 330, SHADE, 0, { opacity: '.18' }) +
    path(
      'M340 40Q400 20 460 40Q470 70 430 84Q414 90 414 110H386Q386 90 370 84Q330 70 340 40z',
      pigment.cedar,
    ) +
    path(bladeOutline, pigment.cedar) +
    clip(
      bladeOutline,
      stroke(
        'M350 400q-20 120 8 240M372 380q-14 140 4 260M428 380q14 140-4 260M450 400q20 120-8 240',
        pigment.walnut,
        4,
        { opacity: '.5' },
      ),
      rect(300, 640, 200, 120, pigment.madder),
      rect(300, 622, 200, 10, pigment.cream),
      rect(396, 360, 8, 280, pigment.walnut, 0, { opacity: '.4' }),
      path('M404 360H500V760H404z', SHADE, { opacity: '.12' }),
    ),
);
