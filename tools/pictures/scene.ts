import { circle, element, ellipse, rect } from './svg.ts';
import type { Drawing } from './svg.ts';
import { SHADE } from './palette.ts';
import type { Backdrop } from './palette.ts';

const SIZE = 800;

/** How an object meets its background: on a table, seen from above, or on a wall or a hook. */
export interface Scene {
  readonly drawing: Drawing;
  readonly setting: 'standing' | 'lying' | 'hanging' | 'glowing';
  /** Half the width of the ground shadow; only for standing objects. */
  readonly shadow?: number;
  readonly ground?: number;
}

export const standing = (shadow: number, drawing: Drawing, ground = 660): Scene => ({
  drawing,
  setting: 'standing',
  shadow,
  ground,
});
export const lying = (...drawing: Drawing[]): Scene => ({ drawing: drawing.join(''), setting: 'lying' });
export const hanging = (...drawing: Drawing[]): Scene => ({ drawing: drawing.join(''), setting: 'hanging' });

export const glowing = (drawing: Drawing): Scene => ({ drawing, setting: 'glowing' });

function castShadow(drawing: Drawing, dx: number, dy: number): Drawing {
  const shadow = element('feDropShadow', {
    dx,
    dy,
    stdDeviation: 0,
    'flood-color': SHADE,
    'flood-opacity': '.16',
  });
  const area = { x: '-20%', y: '-20%', width: '140%', height: '140%' };
  return element('filter', { id: 'cast', ...area }, shadow) + element('g', { filter: 'url(#cast)' }, drawing);
}

function stage(scene: Scene, backdrop: Backdrop): Drawing {
  if (scene.setting === 'lying')
    return circle(400, 400, 345, backdrop.disc) + castShadow(scene.drawing, 16, 20);
  // A lamp that is lit throws no shadow on the wall behind it.
  if (scene.setting === 'glowing') return circle(400, 420, 320, backdrop.disc) + scene.drawing;
  if (scene.setting === 'hanging')
    return circle(400, 420, 320, backdrop.disc) + castShadow(scene.drawing, 26, 20);
  const { shadow = 200, ground = 660 } = scene;
  return (
    circle(400, 390, 300, backdrop.disc) +
    rect(0, 570, SIZE, 230, backdrop.floor) +
    ellipse(426, ground, shadow, shadow * 0.13, SHADE, { opacity: '.2' }) +
    scene.drawing
  );
}

/** The whole file. No text, no outside reference: it must stand alone inside an `<img>`. */
export function picture(scene: Scene, backdrop: Backdrop): string {
  const ground = rect(0, 0, SIZE, SIZE, backdrop.field);
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${SIZE} ${SIZE}` };
  return `${element('svg', attributes, ground, stage(scene, backdrop))}\n`;
}
