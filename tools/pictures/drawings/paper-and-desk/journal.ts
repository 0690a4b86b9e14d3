import { pigment } from '../../palette.ts';
import { book } from '../../shapes/writing.ts';
import { circle, path, stroke } from '../../svg.ts';

export const journal =
  book(
    190,
    120,
    400,
    540,
    '#8b5230',
    path('M470 110C560 300 560 480 470 680H700V100z', pigment.walnut) +
      stroke('M470 120C560 300 560 480 470 660', pigment.cocoa, 4) +
      stroke(
        'M206 170h22M206 230h22M206 290h22M206 350h22M206 410h22M206 470h22M206 530h22M206 590h22',
        pigment.sand,
        6,
      ),
  ) +
  stroke('M190 370H596M190 400H596', pigment.cocoa, 11) +
  stroke('M500 385q-50-50-20-70t24 70q40-60 66-30t-66 30M500 390l-30 120M506 390l24 130', pigment.cocoa, 11) +
  circle(468, 520, 12, pigment.brass) +
  circle(532, 528, 12, pigment.brass);
