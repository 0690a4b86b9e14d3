import { andon } from '../drawings/lighting/andon.ts';
import { arms } from '../drawings/lighting/arms.ts';
import { beeswax } from '../drawings/lighting/beeswax.ts';
import { capiz } from '../drawings/lighting/capiz.ts';
import { chochin } from '../drawings/lighting/chochin.ts';
import { deskLamp } from '../drawings/lighting/desk-lamp.ts';
import { diya } from '../drawings/lighting/diya.ts';
import { factory } from '../drawings/lighting/factory.ts';
import { fanous } from '../drawings/lighting/fanous.ts';
import { mosaic } from '../drawings/lighting/mosaic.ts';
import { oil } from '../drawings/lighting/oil.ts';
import { rattan } from '../drawings/lighting/rattan.ts';
import { salt } from '../drawings/lighting/salt.ts';
import { stick } from '../drawings/lighting/stick.ts';
import { storm } from '../drawings/lighting/storm.ts';
import { tableLamp } from '../drawings/lighting/table-lamp.ts';
import { tripod } from '../drawings/lighting/tripod.ts';
import { pigment } from '../palette.ts';
import { glowing, standing } from '../scene.ts';
import type { Scene } from '../scene.ts';
import { scale } from '../svg.ts';

export const lighting: Readonly<Record<string, Scene>> = {
  'LGT-STORM-401': standing(180, storm),
  'LGT-CHOCHIN-402': glowing(chochin),
  'LGT-FANOUS-403': glowing(fanous),
  'LGT-RATTAN-404': glowing(rattan),
  'LGT-DESK-405': standing(170, deskLamp),
  'LGT-TABLE-406': standing(150, tableLamp),
  'LGT-STICK-407': standing(150, stick),
  'LGT-ARMS-408': standing(150, arms),
  'LGT-BEESWAX-409': standing(180, beeswax),
  'LGT-MOSAIC-410': glowing(scale(1.12, 400, 120, mosaic)),
  'LGT-OIL-411': standing(150, oil),
  'LGT-FACTORY-412': glowing(factory),
  'LGT-CAPIZ-413': glowing(capiz),
  'LGT-TRIPOD-414': standing(170, tripod, 676),
  'LGT-SALT-415': standing(220, salt),
  'LGT-ANDON-416': standing(170, andon),
  'LGT-DIYA-417': standing(
    310,
    scale(
      1.3,
      400,
      640,
      diya(255, 560, pigment.cream) + diya(530, 545, pigment.sky) + diya(380, 655, pigment.glow),
    ),
    650,
  ),
};
