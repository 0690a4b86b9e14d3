import { pigment } from '../../palette.ts';
import { soundbox, strings, waisted } from '../../shapes/strung.ts';
import { grain } from '../../shapes/surface.ts';
import { circle, each, path, rect, stroke, turn } from '../../svg.ts';

export const violin =
  turn(
    -22,
    400,
    400,
    rect(386, 60, 28, 310, pigment.cocoa, 8) +
      circle(400, 66, 26, pigment.rust) +
      circle(400, 66, 12, pigment.cocoa) +
      each([104, 132], (y) => rect(352, y, 96, 10, pigment.cocoa, 5)) +
      soundbox(
        waisted(300, 690, 118, 74, 142),
        '#b5582c',
        '#6b2f1a',
        grain(260, 320, 280, 350, '#8d3f1f', 8),
      ) +
      rect(382, 280, 36, 210, pigment.ink, 4) +
      stroke('M346 440q-22 4-14 40t-12 56M454 440q22 4 14 40t12 56', pigment.cocoa, 10) +
      circle(350, 440, 7, pigment.cocoa) +
      circle(318, 536, 7, pigment.cocoa) +
      circle(450, 440, 7, pigment.cocoa) +
      circle(482, 536, 7, pigment.cocoa) +
      path('M360 512h80l-8 18h-64z', pigment.sand) +
      path('M378 580h44l-8 96h-28z', pigment.ink) +
      strings(4, 12, 150, 590, pigment.mist, 2.5),
  ) +
  turn(
    -14,
    610,
    400,
    rect(634, 110, 8, 580, pigment.walnut, 4) +
      rect(650, 130, 5, 540, pigment.paper) +
      rect(632, 640, 26, 50, pigment.ink, 6) +
      path('M634 110h22l-4 26h-14z', pigment.walnut),
  );
