import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { band, dots, zigzag } from '../../shapes/surface.ts';
import { clip, ellipse, path, rect } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

export const maraca = (paint: string, ring: string): Drawing => {
  const body =
    'M400 150C500 150 530 240 510 320C496 380 450 420 430 440H370C350 420 304 380 290 320C270 240 300 150 400 150z';
  return (
    rect(380, 430, 40, 230, pigment.cedar, 18) +
    rect(402, 430, 18, 230, SHADE, 9, { opacity: '.18' }) +
    path(body, paint) +
    clip(
      body,
      band(250, 16, ring, 12) +
        zigzag(285, 40, 6, pigment.cream, 12, 270, 530) +
        band(350, 16, ring, 12) +
        dots(215, 10, 8, pigment.cream, 300, 500, 6),
      path('M440 140H540V450H430Q480 300 440 140z', SHADE, { opacity: '.17' }),
      ellipse(340, 210, 16, 40, LIGHT, { opacity: '.35', transform: 'rotate(20 340 210)' }),
    ) +
    rect(364, 428, 72, 24, ring, 8)
  );
};
