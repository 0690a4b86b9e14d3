import type { Scene } from '../scene.ts';
import { basketsAndBags } from './baskets-and-bags.ts';
import { kitchen } from './kitchen.ts';
import { lighting } from './lighting.ts';
import { music } from './music.ts';
import { paperAndDesk } from './paper-and-desk.ts';
import { teaAndCoffee } from './tea-and-coffee.ts';
import { textiles } from './textiles.ts';
import { wayfinding } from './wayfinding.ts';

export const recipes: Readonly<Record<string, Scene>> = {
  ...teaAndCoffee,
  ...kitchen,
  ...textiles,
  ...lighting,
  ...basketsAndBags,
  ...music,
  ...wayfinding,
  ...paperAndDesk,
};
