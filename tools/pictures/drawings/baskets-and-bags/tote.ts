import { pigment, SHADE } from '../../palette.ts';
import { strap } from '../../shapes/basketry.ts';
import { circle, d, path, spread, stroke, tiled } from '../../svg.ts';

const toteBody = 'M190 340H610L590 656H210z';

export const tote =
  strap(400, 350, 90, 170, 18, '#8f7340') +
  path(toteBody, '#cfae72') +
  tiled(toteBody, 14, 14, 0, stroke('M0 7h14M7 0v14', '#b08d50', 2, { opacity: '.55' })) +
  path('M540 340H610L590 656H510z', SHADE, { opacity: '.14' }) +
  circle(400, 510, 58, pigment.terracotta) +
  stroke(
    spread(16, 0, 337.5)
      .map((a) => {
        const r = (a * Math.PI) / 180;
        return d`M${400 + 74 * Math.cos(r)} ${510 + 74 * Math.sin(r)}L${400 + 108 * Math.cos(r)} ${510 + 108 * Math.sin(r)}`;
      })
      .join(''),
    pigment.terracotta,
    13,
  ) +
  strap(400, 380, 96, 210, 20, pigment.cream);
