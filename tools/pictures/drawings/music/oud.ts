import { pigment } from '../../palette.ts';
import { bridge, neck, soundbox, soundhole, strings } from '../../shapes/strung.ts';
import { rosette } from '../../shapes/surface.ts';
import { each, path, rect, spread } from '../../svg.ts';

const ribs =
  'M400 300C300 330 220 440 220 540C220 640 300 690 400 690S580 640 580 540C580 440 500 330 400 300z';

export const oud =
  each(spread(5, 128, 168), (y, index) =>
    rect(342 - index * 6, y - 60, 116 + index * 12, 9, pigment.cocoa, 4),
  ) +
  path('M372 60h56l8 110h-72z', pigment.walnut) +
  neck(166, 330, 26, pigment.cocoa, 0, 1) +
  soundbox(ribs, pigment.sand, '#6d3d25') +
  rect(376, 290, 48, 100, pigment.cocoa) +
  each(
    [
      [400, 480, 50],
      [325, 540, 24],
      [475, 540, 24],
    ] as const,
    ([x, y, r]) =>
      soundhole(x, y, r, pigment.walnut) + rosette(x, y, r * 0.95, 8, pigment.cedar, pigment.sand),
  ) +
  bridge(622, 76) +
  strings(6, 20, 166, 630, '#8a5a2f', 3);
