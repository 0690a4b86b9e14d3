import { pigment } from '../../palette.ts';
import { envelope } from '../../shapes/writing.ts';
import { path, rect, ring, stroke, turn } from '../../svg.ts';

export const envelopes =
  turn(-12, 400, 400, envelope(150, 190, 460, 300) + stroke('M170 210L380 370 590 210', pigment.sand, 5)) +
  turn(
    6,
    430,
    460,
    envelope(200, 310, 480, 310) +
      rect(560, 345, 84, 104, pigment.teal, 0, {
        stroke: pigment.paper,
        'stroke-width': 8,
        'stroke-dasharray': '7 5',
      }) +
      path('M604 366C626 376 630 400 626 416H604zM596 376Q594 400 578 416H596z', pigment.cream) +
      stroke('M575 428q14-8 28 0t28 0', pigment.cream, 5) +
      ring(548, 400, 42, pigment.ink, 4, { opacity: '.6' }) +
      stroke('M450 380h90M450 400h90M450 420h90', pigment.ink, 4, { opacity: '.5' }) +
      stroke(
        'M300 490q20-16 34 0t34 0 34 0 34 0M300 530q20-16 34 0t34 0 34 0M300 570q20-16 34 0t34 0 34 0 34 0 34 0',
        pigment.indigo,
        6,
      ),
  );
