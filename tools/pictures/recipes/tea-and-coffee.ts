import { berrad } from '../drawings/tea-and-coffee/berrad.ts';
import { caddy } from '../drawings/tea-and-coffee/caddy.ts';
import { celadon } from '../drawings/tea-and-coffee/celadon.ts';
import { cezve } from '../drawings/tea-and-coffee/cezve.ts';
import { chasen } from '../drawings/tea-and-coffee/chasen.ts';
import { chawan } from '../drawings/tea-and-coffee/chawan.ts';
import { dripper } from '../drawings/tea-and-coffee/dripper.ts';
import { enamel } from '../drawings/tea-and-coffee/enamel.ts';
import { kettle } from '../drawings/tea-and-coffee/kettle.ts';
import { mate } from '../drawings/tea-and-coffee/mate.ts';
import { millBox } from '../drawings/tea-and-coffee/mill-box.ts';
import { mokaPot } from '../drawings/tea-and-coffee/moka-pot.ts';
import { mug } from '../drawings/tea-and-coffee/mug.ts';
import { samovar } from '../drawings/tea-and-coffee/samovar.ts';
import { teaGlass } from '../drawings/tea-and-coffee/tea-glass.ts';
import { tetsubin } from '../drawings/tea-and-coffee/tetsubin.ts';
import { yixing } from '../drawings/tea-and-coffee/yixing.ts';
import { yunomi } from '../drawings/tea-and-coffee/yunomi.ts';
import { standing } from '../scene.ts';
import type { Scene } from '../scene.ts';
import { scale } from '../svg.ts';

export const teaAndCoffee: Readonly<Record<string, Scene>> = {
  'TEA-TETSUBIN-101': standing(240, tetsubin),
  'TEA-YIXING-102': standing(230, scale(1.2, 400, 655, yixing)),
  'TEA-CELADON-103': standing(230, celadon),
  'TEA-BERRAD-104': standing(170, berrad),
  'TEA-GLASS-105': standing(
    300,
    scale(
      1.35,
      400,
      655,
      teaGlass(270, 610, '#5f9a76') + teaGlass(530, 610, '#4f7fa8') + teaGlass(400, 655, '#cf8f3a'),
    ),
  ),
  'TEA-MUG-106': standing(190, mug),
  'TEA-ENAMEL-107': standing(200, enamel),
  'TEA-YUNOMI-108': standing(150, yunomi),
  'TEA-CEZVE-109': standing(170, cezve),
  'TEA-MOKA-110': standing(170, mokaPot),
  'TEA-DRIPPER-111': standing(190, dripper),
  'TEA-CHASEN-112': standing(110, chasen),
  'TEA-CHAWAN-113': standing(200, chawan),
  'TEA-MILL-114': standing(220, millBox),
  'TEA-CADDY-115': standing(170, caddy),
  'TEA-MATE-116': standing(160, mate),
  'TEA-SAMOVAR-117': standing(190, samovar),
  'TEA-KETTLE-118': standing(250, kettle),
};
