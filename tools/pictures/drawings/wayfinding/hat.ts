import { pigment, SHADE } from '../../palette.ts';
import { clip, d, ellipse, path, spread, stroke } from '../../svg.ts';

const hatCrown = 'M250 520C250 380 280 290 330 300Q400 340 470 300C520 290 550 380 550 520z';

export const hat =
  ellipse(400, 560, 300, 84, '#d9c79f') +
  ellipse(400, 545, 300, 84, pigment.cream) +
  ellipse(400, 550, 180, 44, SHADE, { opacity: '.13' }) +
  path(hatCrown + 'M250 520Q400 590 550 520', '#f9f1df') +
  clip(
    'M250 520C250 380 280 290 330 300Q400 340 470 300C520 290 550 380 550 520Q400 590 250 520z',
    stroke(
      spread(16, 240, 560)
        .map((x) => d`M${x} 290l-60 260M${x - 40} 290l60 260`)
        .join(''),
      '#d9c79f',
      2.5,
    ),
    path('M470 290H570V580H450Q510 430 470 290z', SHADE, { opacity: '.13' }),
  ) +
  path('M247 468Q400 540 553 468V522Q400 596 247 522z', pigment.ink) +
  path('M500 494l60-26v56l-56 24z', '#3f4049') +
  stroke('M120 560Q260 640 420 634', pigment.sand, 6);
