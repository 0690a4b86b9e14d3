import { pigment, SHADE } from '../../palette.ts';
import { circle, clip, d, each, ellipse, path, rect, stroke } from '../../svg.ts';

export const tableCloth =
  path('M170 400L270 330H610L650 400z', '#f2e7d2') +
  rect(196, 560, 22, 130, pigment.walnut) +
  rect(602, 560, 22, 130, pigment.walnut) +
  path('M170 400H650V590Q610 620 570 590T490 590T410 590T330 590T250 590Q210 620 170 590z', '#e6d8bd') +
  clip(
    'M170 400H650V590Q610 620 570 590T490 590T410 590T330 590T250 590Q210 620 170 590z',
    stroke('M170 556Q210 586 250 556T330 556T410 556T490 556T570 556T650 556', pigment.indigo, 12),
    stroke('M170 532Q210 562 250 532T330 532T410 532T490 532T570 532T650 532', pigment.indigo, 4),
    each([250, 410, 570], (x) => path(d`M${x - 20} 400h34l16 220h-66z`, SHADE, { opacity: '.1' })),
  ) +
  path('M270 330l-80 70h20l78-70zM606 330l30 70h-18l-28-70z', pigment.indigo, { opacity: '.8' }) +
  ellipse(440, 352, 60, 12, SHADE, { opacity: '.14' }) +
  path('M415 270h50q-8 20 12 40 10 34-14 44h-46q-24-10-14-44 20-20 12-40z', pigment.celadon) +
  stroke('M438 270q-20-50-10-90M444 270q20-40 50-60', pigment.moss, 7) +
  circle(428, 178, 20, pigment.coral) +
  circle(496, 208, 17, pigment.honey);
