import { pigment } from '../../palette.ts';
import { flame, halo } from '../../shapes/lamp.ts';
import { ellipse, path, stroke } from '../../svg.ts';

export const salt =
  halo(400, 460, 330, pigment.coral) +
  path(
    'M210 650C180 560 220 470 270 400L340 330 470 310 540 380C610 450 630 560 590 650Q400 680 210 650z',
    pigment.rose,
  ) +
  path('M340 330L300 470 370 560 330 655 210 650C180 560 220 470 270 400z', '#e8b0a0') +
  path('M470 310L520 450 460 560 500 660 590 650C630 560 610 450 540 380z', '#bd7468') +
  path('M300 470L370 560 460 560 520 450 470 400H350z', pigment.flame, { opacity: '.55' }) +
  stroke('M300 470L370 560 330 655M520 450L460 560 500 660M370 560h90', '#f4cfc2', 5, { opacity: '.8' }) +
  ellipse(400, 330, 66, 20, '#a3584e') +
  ellipse(400, 333, 44, 12, pigment.glow) +
  flame(400, 334, 84);
