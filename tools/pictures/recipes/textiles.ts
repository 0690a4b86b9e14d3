import { beni } from '../drawings/textiles/beni.ts';
import { blanket } from '../drawings/textiles/blanket.ts';
import { hammock } from '../drawings/textiles/hammock.ts';
import { ikat } from '../drawings/textiles/ikat.ts';
import { kilimCushion } from '../drawings/textiles/kilim-cushion.ts';
import { kilim } from '../drawings/textiles/kilim.ts';
import { napkins } from '../drawings/textiles/napkins.ts';
import { peshtemal } from '../drawings/textiles/peshtemal.ts';
import { pouf } from '../drawings/textiles/pouf.ts';
import { shibori } from '../drawings/textiles/shibori.ts';
import { suzani } from '../drawings/textiles/suzani.ts';
import { tableCloth } from '../drawings/textiles/table-cloth.ts';
import { throwCloth } from '../drawings/textiles/throw-cloth.ts';
import { towels } from '../drawings/textiles/towels.ts';
import { pigment } from '../palette.ts';
import { hanging, lying, standing } from '../scene.ts';
import type { Scene } from '../scene.ts';
import { mitten, slipper, sock } from '../shapes/garment.ts';
import { mirror, scale, turn } from '../svg.ts';

export const textiles: Readonly<Record<string, Scene>> = {
  'TEX-KILIM-301': lying(kilim),
  'TEX-BENI-302': lying(beni),
  'TEX-BLANKET-303': standing(290, blanket),
  'TEX-ALPACA-304': hanging(throwCloth),
  'TEX-LINEN-305': standing(270, tableCloth, 690),
  'TEX-SHIBORI-306': standing(250, shibori, 672),
  'TEX-CUSHION-307': standing(250, kilimCushion, 676),
  'TEX-SUZANI-308': hanging(suzani),
  'TEX-PESHTEMAL-309': hanging(peshtemal),
  'TEX-TEATOWEL-310': standing(250, towels),
  'TEX-IKAT-311': lying(ikat),
  'TEX-HAMMOCK-312': standing(330, hammock),
  'TEX-SLIPPER-313': lying(turn(-8, 280, 400, slipper(285, 165)) + turn(8, 520, 400, slipper(520, 165))),
  'TEX-POUF-314': standing(250, pouf),
  'TEX-MITTEN-315': lying(
    mirror(400, turn(8, 540, 400, mitten(560, pigment.ink, pigment.cream))) +
      turn(8, 540, 400, mitten(550, pigment.ink, pigment.cream)),
  ),
  'TEX-NAPKIN-316': lying(scale(0.78, 400, 470, napkins)),
  'TEX-SOCKS-317': lying(turn(-6, 400, 400, sock(360, 190, '#a9a49a') + sock(150, 130, pigment.stone))),
};
