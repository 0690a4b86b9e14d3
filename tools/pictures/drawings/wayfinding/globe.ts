import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, clip, ellipse, path, rect, stroke, turn } from '../../svg.ts';

const land = path(
  'M250 260C300 220 380 230 400 260S440 330 400 350 350 420 320 400 240 330 250 260zM430 400C470 380 530 400 530 450S480 560 450 540 400 430 430 400zM470 220q60 10 90 70-30 40-70 10t-20-80zM270 470q50-10 60 40t-30 40-30-80z',
  pigment.moss,
);

export const globe =
  turned({
    profile: [
      [36, 590, 'sharp'],
      [46, 620],
      [150, 645],
      [156, 664, 'sharp'],
    ],
    fill: pigment.walnut,
    foot: 10,
  }) +
  rect(388, 560, 24, 50, pigment.brass) +
  rect(386, 590, 28, 40, pigment.brass) +
  stroke('M310 160A235 235 0 1 0 560 540', pigment.brass, 20) +
  circle(400, 370, 200, pigment.sky) +
  clip(
    'M400 170a200 200 0 1 1-.1 0z',
    turn(
      18,
      400,
      370,
      land,
      stroke(
        'M200 370Q400 430 600 370M200 290Q400 340 600 290M200 460Q400 510 600 460M400 170Q330 370 400 570M400 170Q480 370 400 570',
        pigment.paper,
        3,
        { opacity: '.5' },
      ),
      stroke('M280 440Q360 470 440 380', pigment.madder, 5, { 'stroke-dasharray': '10 8' }),
    ),
    path('M500 170A230 230 0 0 1 420 580H620V170z', SHADE, { opacity: '.16' }),
    ellipse(310, 270, 30, 54, LIGHT, { opacity: '.35', transform: 'rotate(38 310 270)' }),
  ) +
  circle(312, 162, 16, pigment.brass) +
  circle(494, 578, 14, pigment.brass);
