export { given, type Story } from './given.ts';
export {
  breaks,
  cancelledWhile,
  decided,
  lost,
  refused,
  takenOver,
  takes,
  times,
  unanswered,
  works,
  type Happening,
} from './happenings.ts';
export { survivorsOf, type Stories } from './survivors.ts';
export { SUBJECT, type Build, type Facts } from './world.ts';
