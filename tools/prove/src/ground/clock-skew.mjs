// Loaded before a process's own code: its clock is wrong by what a file says. The database's clock is not.
import { readFileSync, watchFile } from 'node:fs';

const file = process.env.CLOCK_SKEW_FILE;
let offset = 0;
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);

function look() {
  try {
    offset = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    offset = 0;
  }
}

if (file) {
  look();
  watchFile(file, { interval: 100, persistent: false }, look);
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values, self) =>
      Reflect.construct(
        target,
        values.length === 0 ? [realNow() + offset] : values,
        self === globalThis.Date ? target : self,
      ),
    apply: () => new RealDate(realNow() + offset).toString(),
    get: (target, key) => (key === 'now' ? () => realNow() + offset : Reflect.get(target, key)),
  });
}
