import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { stitches } from '../../shapes/basketry.ts';
import { path, rect, stroke } from '../../svg.ts';

export const weekend =
  path('M120 650V450Q120 370 210 360H590Q680 370 680 450V650z', pigment.indigo) +
  path('M590 360Q680 370 680 450V650H560Q640 500 590 360z', SHADE, { opacity: '.18' }) +
  stroke('M190 372H610', pigment.brass, 9, { 'stroke-dasharray': '5 5', 'stroke-linecap': 'butt' }) +
  path('M120 560q70 10 90 94h-90zM680 560q-70 10-90 94h90z', pigment.cedar) +
  rect(262, 365, 34, 290, pigment.cedar) +
  rect(504, 365, 34, 290, pigment.cedar) +
  stroke('M279 420C279 180 521 180 521 420', pigment.cedar, 26) +
  stitches('M270 430v220M288 430v220M512 430v220M530 430v220', pigment.cream) +
  rect(365, 228, 70, 34, pigment.walnut, 10) +
  path('M140 450q4-60 70-70h40q-80 20-90 90z', LIGHT, { opacity: '.18' }) +
  rect(590, 372, 20, 50, pigment.cedar, 6);
