import { belly } from '../drawings/baskets-and-bags/belly.ts';
import { bolga } from '../drawings/baskets-and-bags/bolga.ts';
import { bread } from '../drawings/baskets-and-bags/bread.ts';
import { chest } from '../drawings/baskets-and-bags/chest.ts';
import { hamper } from '../drawings/baskets-and-bags/hamper.ts';
import { kiondo } from '../drawings/baskets-and-bags/kiondo.ts';
import { logBasket } from '../drawings/baskets-and-bags/log-basket.ts';
import { market } from '../drawings/baskets-and-bags/market.ts';
import { net } from '../drawings/baskets-and-bags/net.ts';
import { palmLid } from '../drawings/baskets-and-bags/palm-lid.ts';
import { purse } from '../drawings/baskets-and-bags/purse.ts';
import { rucksack } from '../drawings/baskets-and-bags/rucksack.ts';
import { satchel } from '../drawings/baskets-and-bags/satchel.ts';
import { tote } from '../drawings/baskets-and-bags/tote.ts';
import { trug } from '../drawings/baskets-and-bags/trug.ts';
import { trunk } from '../drawings/baskets-and-bags/trunk.ts';
import { weekend } from '../drawings/baskets-and-bags/weekend.ts';
import { hanging, standing } from '../scene.ts';
import type { Scene } from '../scene.ts';

export const basketsAndBags: Readonly<Record<string, Scene>> = {
  'BAG-MARKET-501': standing(240, market),
  'BAG-BOLGA-502': standing(220, bolga),
  'BAG-BELLY-503': standing(210, belly),
  'BAG-HAMPER-504': standing(270, hamper),
  'BAG-LOG-505': standing(260, logBasket),
  'BAG-KIONDO-506': standing(190, kiondo),
  'BAG-SATCHEL-507': standing(260, satchel),
  'BAG-RUCKSACK-508': standing(240, rucksack),
  'BAG-WEEKEND-509': standing(310, weekend, 656),
  'BAG-TOTE-510': standing(230, tote),
  'BAG-BREAD-511': standing(250, bread),
  'BAG-PALM-512': standing(210, palmLid),
  'BAG-TRUNK-513': standing(300, trunk, 656),
  'BAG-CAMPHOR-514': standing(300, chest, 668),
  'BAG-PURSE-515': standing(230, purse, 654),
  'BAG-NET-516': hanging(net),
  'BAG-TRUG-517': standing(250, trug),
};
