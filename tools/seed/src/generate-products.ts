import { seededRandom } from '@tradewind/kernel';
import type { CatalogueProduct } from './catalogue.ts';
import { pick, uuidV7From } from './random.ts';

/** 2026-01-01: the ids of generated products begin here, a millisecond apart. */
const FIRST = Date.UTC(2026, 0, 1);

interface Words {
  materials: string[];
  places: string[];
  sentences: string[];
}

/**
 * Product number `index` of all that can be generated: the same on every machine, and whether few or many are made. It is
 * like a product of the catalogue, of another material, from another place.
 */
export function createGenerator(catalogue: readonly CatalogueProduct[]): (index: number) => CatalogueProduct {
  const words = collect(catalogue);
  return (index) => {
    const random = seededRandom(index + 1);
    const model = pick(catalogue, random);
    const material = pick(words.materials, random);
    const place = pick(words.places, random);
    const number = String(index + 1).padStart(6, '0');
    return {
      ...model,
      id: uuidV7From(FIRST + index, random),
      sku: `GEN-${number}`,
      name: `${thingOf(model)}, ${material}, from ${place}`,
      description: `${firstSentence(model.description)} ${pick(words.sentences, random)}`,
      price: {
        ...model.price,
        amount: Math.max(100, Math.round(model.price.amount * (0.4 + random() * 1.6))),
      },
      stock: 1_000 + Math.floor(random() * 9_000),
      tags: [...new Set([...model.tags, ...material.toLowerCase().split(' ')])],
      attributes: { ...model.attributes, material, origin: place },
    };
  };
}

function collect(catalogue: readonly CatalogueProduct[]): Words {
  const unique = (texts: (string | undefined)[]): string[] =>
    [...new Set(texts.flatMap((it) => it?.trim() || []))].sort();
  const materials = catalogue.flatMap(({ attributes }) => attributes['material']?.split(/,| and /) ?? []);
  const places = catalogue.map(({ attributes }) => attributes['origin']?.split(',')[0]);
  const sentences = catalogue.flatMap(({ description }) => description.split(/(?<=\.) /).slice(1));
  return { materials: unique(materials), places: unique(places), sentences: unique(sentences) };
}

/** "Santoku" of "Santoku, 17 cm". */
function thingOf({ name }: CatalogueProduct): string {
  return name.split(',')[0]!;
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.) /)[0]!;
}
