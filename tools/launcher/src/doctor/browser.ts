import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { found, missing, type Check, type Finding } from './check.ts';

const commands = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome.exe',
  'msedge.exe',
];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** In the order in which the browser tests look: an installed one, Playwright's own, the one from npm. */
export const browser: Check = {
  name: 'Browser',
  neededFor: 'browser tests and the pictures in the docs',
  remedy: 'install Chrome or Chromium',
  find: async () => (await findInstalled()) ?? (await findPlaywrights()) ?? findPackaged() ?? missing(),
};

async function findInstalled(): Promise<Finding | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    ...folders.flatMap((folder) => commands.map((name) => join(folder, name))),
    ...applications,
  ];
  const path = candidates.find((candidate) => existsSync(candidate));
  return path ? found(path) : undefined;
}

async function findPlaywrights(): Promise<Finding | undefined> {
  try {
    const { chromium } = await import('playwright-core');
    return existsSync(chromium.executablePath()) ? found(chromium.executablePath()) : undefined;
  } catch {
    return undefined;
  }
}

function findPackaged(): Finding | undefined {
  try {
    createRequire(import.meta.url).resolve('@sparticuz/chromium');
    return process.platform === 'linux' && process.arch === 'x64' ? found('@sparticuz/chromium') : undefined;
  } catch {
    return undefined;
  }
}
