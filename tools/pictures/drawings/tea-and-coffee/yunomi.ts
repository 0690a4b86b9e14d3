import { pigment } from '../../palette.ts';
import { cup } from '../../shapes/vessel.ts';
import { stroke } from '../../svg.ts';

export const yunomi = cup({
  top: 270,
  bottom: 650,
  half: 135,
  base: 115,
  fill: pigment.paper,
  inside: pigment.mist,
  drink: pigment.moss,
  round: 8,
  surface:
    stroke('M345 480a62 66 0 1 1 30 54', pigment.cobalt, 26) +
    stroke('M352 470a62 66 0 0 1 60-46', pigment.sky, 8),
});
