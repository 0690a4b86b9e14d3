export { findDoor, type Door } from './door.ts';
export { clusterArguments, kubectl, kubectlCommand, tryKubectl, useContext } from './kubectl.ts';
export { isNodeRunning } from './node/node.ts';
export { folders, nodePlaces, program } from './places.ts';
export { Failure, run, tryRun, until, type Answer } from './run.ts';
export { loadIntoNode } from './images.ts';
