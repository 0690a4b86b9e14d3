import { expect, it } from 'vitest';
import { lifeCycleDiagram, sagaDiagram } from './saga-diagrams.ts';

const retry = { attempts: 1, initial: 1, maximum: 1 };
const run = { call: async () => {} };

it('draws steps, undos in their order, and the pivot', () => {
  const steps = [
    { name: 'reserve', participant: 'train', run, undo: { name: 'release', ...run }, retry },
    { name: 'hold', participant: 'bank', run, undo: { name: 'free', ...run }, retry },
    { name: 'pay', participant: 'bank', pivot: true, run, retry },
  ] as const;
  expect(sagaDiagram({ steps }).split('\n')).toEqual([
    '```mermaid',
    'flowchart LR',
    '  s0["reserve<br>train"] --> s1',
    '  u0["release"]',
    '  s0 -. fails .-> u0',
    '  s1["hold<br>bank"] --> s2',
    '  u1["free"]',
    '  s1 -. fails .-> u1',
    '  s2{{"pay<br>bank<br>pivot"}} --> done([done])',
    '  s2 -. keeps failing .-> parked',
    '  u1 --> u0',
    '  u0 --> back([turned back])',
    '  parked[/"parked: an operator decides"/]',
    '```',
  ]);
});

it('draws a life cycle with its beginning and its ends', () => {
  expect(lifeCycleDiagram({ open: ['closed'], closed: [] }).split('\n')).toEqual([
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> open',
    '  open --> closed',
    '  closed --> [*]',
    '```',
  ]);
});
