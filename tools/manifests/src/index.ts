export { findKustomize, findStrict, type Program } from './find-tools.ts';
export { runProgram, type Answer, type RunOptions } from './run-program.ts';
export { parseManifests, type Manifest } from './manifest.ts';
export { renderFolder } from './render.ts';
export { openSchemas } from './schemas.ts';
