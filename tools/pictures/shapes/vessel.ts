import { d, ellipse, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { bow, ear, knob, spout } from './handle.ts';
import { turned } from './turned.ts';
import type { ProfilePoint } from './turned.ts';

export interface Teapot {
  readonly body: string;
  readonly profile: readonly ProfilePoint[];
  readonly lid: readonly ProfilePoint[];
  readonly lidFill?: string;
  readonly knobFill?: string;
  readonly spout: {
    y: number;
    x: number;
    reach: number;
    rise: number;
    root: number;
    tip: number;
    sag?: number;
  };
  readonly handle:
    | { over: number; half: number; y: number; fill: string; thick: number }
    | { side: number; y: number; height: number; fill: string; thick: number; x: number };
  readonly surface?: Drawing;
  readonly lidSurface?: Drawing;
}

/** Back to front: handle over the top, spout, body, lid, knob; an ear goes behind the body. */
export function teapot(pot: Teapot): Drawing {
  const { handle, spout: beak } = pot;
  const grip =
    'over' in handle
      ? bow(400, handle.y, handle.half, handle.over, handle.thick, handle.fill)
      : ear(handle.x, handle.y, handle.side, handle.height, handle.thick, handle.fill);
  const [, top] = pot.lid[0]!;
  return (
    grip +
    spout(beak.x, beak.y, beak.reach, beak.rise, beak.root, beak.tip, pot.body, beak.sag) +
    turned({ profile: pot.profile, fill: pot.body, foot: 12, surface: pot.surface }) +
    turned({ profile: pot.lid, fill: pot.lidFill ?? pot.body, foot: 8, surface: pot.lidSurface }) +
    knob(400, top - 10, 24, 20, pot.knobFill ?? pot.body)
  );
}

/** A cup with straight or flaring sides; the ear is left out when `reach` is 0. */
export function cup(options: {
  top: number;
  bottom: number;
  half: number;
  base: number;
  fill: string;
  inside: string;
  lip?: string;
  drink?: string;
  surface?: Drawing;
  reach?: number;
  x?: number;
  round?: number;
}): Drawing {
  const { top, bottom, half, base, fill, x = 400, reach = 0, round = 0 } = options;
  const height = bottom - top;
  const waist = (half + base) / 2 + round;
  const handle =
    reach > 0 ? ear(x + half * 0.93, top + height * 0.2, reach, height * 0.52, 34, options.lip ?? fill) : '';
  const drink = options.drink ? ellipse(x, top + half * 0.05, half * 0.84, half * 0.1, options.drink) : '';
  return (
    handle +
    turned({
      x,
      profile: [
        [half, top, 'sharp'],
        [waist, top + height * 0.6],
        [base, bottom, 'sharp'],
      ],
      fill,
      foot: half * 0.09,
      inside: options.inside,
      lip: options.lip,
      surface: options.surface,
    }) +
    drink
  );
}

/** Steam in two curls; only where the thing is meant to be hot. */
export const steam = (x: number, y: number): Drawing =>
  stroke(d`M${x - 30} ${y}c-40 -40 30 -60 0 -110M${x + 34} ${y - 10}c-40 -40 30 -60 0 -110`, '#fff', 12, {
    opacity: '.55',
  });
