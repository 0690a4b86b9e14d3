// A launcher of its own, so that a test can kill it. Gets the options of `startSystem` as JSON.
import { startSystem } from '../src/system.ts';

const system = await startSystem(JSON.parse(process.argv[2] ?? '{}'));
console.log(JSON.stringify(system.services));
