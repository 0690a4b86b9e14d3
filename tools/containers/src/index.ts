export { ComposeSystem } from './compose-system.ts';
export { findContainers, type Containers } from './find-images.ts';
