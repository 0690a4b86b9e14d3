import { pigment } from '../../palette.ts';
import { band, dots } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';

export const teaGlass = (x: number, y: number, tint: string): string => {
  const profile = [
    [72, y - 210, 'sharp'],
    [60, y - 120],
    [64, y - 60],
    [52, y, 'sharp'],
  ] as const;
  const gold =
    band(y - 165, 12, pigment.brass, 5, x, 90) +
    band(y - 145, 4, pigment.brass, 5, x, 90) +
    dots(y - 120, 6, 7, pigment.brass, x - 66, x + 66, 6);
  return turned({
    x,
    profile,
    fill: tint,
    foot: 6,
    inside: pigment.cocoa,
    lip: tint,
    mouth: 14,
    surface: gold,
    shine: 0.5,
  });
};
