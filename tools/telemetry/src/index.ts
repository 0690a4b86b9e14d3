export { findCollector, findPrometheus, findZipkin, type Found } from './find-back-ends.ts';
export { freePorts, startBackEnd, type BackEnd } from './start-back-end.ts';
