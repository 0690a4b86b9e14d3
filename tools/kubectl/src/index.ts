export { duration, formatDuration } from './duration.ts';
export { createKubectl, KubectlError, type Kubectl, type Operation } from './kubectl.ts';
export { forwardPort, type ForwardedPort } from './forward-port.ts';
export { untilSignal } from './until-signal.ts';
