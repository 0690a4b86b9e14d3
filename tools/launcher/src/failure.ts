/** Something went wrong that the person at the keyboard can mend: shown as it is, without a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
