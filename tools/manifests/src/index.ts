export { findKustomize, findStrict, type Program } from './find-tools.ts';
export { runProgram, type Answer, type RunOptions } from './run-program.ts';
