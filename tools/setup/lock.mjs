// One setup at a time per checkout. The lock lies outside node_modules, which an installation deletes.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './paths.mjs';

const id = createHash('sha256').update(root).digest('hex').slice(0, 12);
const file = join(tmpdir(), `tradewind-setup-${id}.lock`);

export async function withLock(work) {
  await acquire();
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

async function acquire() {
  for (let announced = false; !tryAcquire(); announced = true) {
    const holder = readHolder();
    if (holder !== undefined && !isAlive(holder)) removeStale(holder);
    else if (!announced)
      console.log(`Another setup runs in this checkout (process ${holder}); waiting for it …`);
    await wait(100 + Math.random() * 200);
  }
}

function tryAcquire() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  return true;
}

/** Moves the dead holder's lock away; puts it back when another process has replaced it since it was read. */
function removeStale(holder) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readHolder(aside) === holder) rmSync(aside);
    else renameSync(aside, file);
  } catch {
    // another process was faster
  }
}

function readHolder(path = file) {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
