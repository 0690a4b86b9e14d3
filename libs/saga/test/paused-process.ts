// A process of its own that takes up sagas, for tests that stop it: node paused-process.ts <database url>
import { createDatabase } from '@tradewind/database';
import { connectBench } from './trip.ts';

const [url] = process.argv.slice(2) as [string];
const database = createDatabase({ url, service: 'saga-test-paused' });
const { participants, runner } = connectBench(database);
const said = (what: string): void => void process.stdout.write(`${what}\n`);
// The answer to the call comes as soon as the process is awake again, and takes a while until then.
participants.answer = async (name) => {
  said(`calls ${name}`);
  if (name === 'reserve') await new Promise((resolve) => process.once('SIGCONT', resolve));
};
const lost = (_facts: object, text: string): void => said(text);
const logger = { info() {}, debug() {}, error: lost, warn: lost } as never;
await runner({ logger }).start();
