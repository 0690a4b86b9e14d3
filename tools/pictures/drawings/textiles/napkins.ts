import { pigment, SHADE } from '../../palette.ts';
import { rosette } from '../../shapes/surface.ts';
import { clip, each, path, rect, tiled, turn } from '../../svg.ts';

export const napkins = each([-36, -12, 12, 36], (angle, index) =>
  turn(
    angle,
    400,
    700,
    path('M270 170h260v430h-260z', [pigment.cream, pigment.paper][index % 2]!),
    clip(
      'M270 170h260v430h-260z',
      tiled(
        'M270 170h260v430h-260z',
        66,
        66,
        0,
        rosette(
          18,
          20,
          16,
          6,
          [pigment.madder, pigment.indigo, pigment.rust, pigment.plum][index]!,
          pigment.honey,
        ),
        rosette(50, 52, 12, 5, pigment.pine, pigment.cream),
      ),
      rect(270, 170, 260, 22, [pigment.madder, pigment.indigo, pigment.rust, pigment.plum][index]!),
      rect(500, 170, 40, 440, SHADE, 0, { opacity: '.12' }),
    ),
  ),
);
