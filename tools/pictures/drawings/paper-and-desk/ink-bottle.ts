import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { circle, clip, ellipse, path, rect, stroke } from '../../svg.ts';

export const inkBottle =
  path('M230 400Q230 370 260 370H520Q550 370 550 400V630Q550 656 524 656H256Q230 656 230 630z', '#b9c9cf') +
  clip(
    'M230 400Q230 370 260 370H520Q550 370 550 400V630Q550 656 524 656H256Q230 656 230 630z',
    rect(250, 440, 280, 200, pigment.ink, 16),
    rect(460, 370, 100, 290, SHADE, 0, { opacity: '.15' }),
    rect(252, 390, 20, 240, LIGHT, 10, { opacity: '.6' }),
  ) +
  rect(330, 316, 120, 58, '#a9bbc2', 8) +
  path('M340 240h100l-8 84h-84z', pigment.oak) +
  path('M410 240h30l-8 84h-34z', SHADE, { opacity: '.15' }) +
  path('M300 480q90-34 180 0v110q-90 34-180 0z', pigment.cream) +
  stroke('M340 550C380 490 400 480 440 470M352 540q40-10 76-66', pigment.rust, 6) +
  ellipse(370, 528, 26, 13, pigment.moss, { transform: 'rotate(-40 370 528)' }) +
  circle(412, 552, 21, pigment.walnut) +
  path('M620 560q36 60 0 84-36-24 0-84z', pigment.ink) +
  ellipse(634, 664, 50, 12, pigment.ink);
