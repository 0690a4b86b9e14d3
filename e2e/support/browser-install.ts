import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** A browser that may be on this machine. */
interface Candidate {
  executablePath: string;
  env?: Record<string, string>;
}

const usualPaths: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((folder) =>
    join(process.env[folder] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
};

/** Nothing that asks the network on its own: a test must see only what the page loads. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** Why the browser's tests did not run, and how they would. */
export const howToGetABrowser =
  'browser journeys skipped: no Chrome or Chromium runs here. Install one, or name its program in CHROME_PATH.';

/** The first browser that can really be started, or `null`. An installed one goes before the one from npm. */
export async function startBrowser(): Promise<Browser | null> {
  for (const find of [installed, fromNpm]) {
    for (const candidate of await find()) {
      const browser = await chromium.launch(optionsFor(candidate)).catch(() => null);
      if (browser) return browser;
    }
  }
  return null;
}

function optionsFor({ executablePath, env }: Candidate): LaunchOptions {
  // Chromium's sandbox refuses to work for root, who runs the tests in many containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    executablePath,
    args: [...quiet, ...sandbox],
    env: { ...(process.env as Record<string, string>), ...env },
  };
}

function installed(): Promise<Candidate[]> {
  const named = process.env['CHROME_PATH'];
  const paths = [
    ...(named ? [named] : []),
    ...(usualPaths[process.platform] ?? []),
    chromium.executablePath(),
  ];
  return Promise.resolve(paths.filter(existsSync).map((executablePath) => ({ executablePath })));
}

/** The browser that comes as an npm package, with the libraries it needs: for Linux on x64 only. */
async function fromNpm(): Promise<Candidate[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    await inflate(join(entry, '../../bin/al2023.tar.br'));
    const executablePath = await packed.executablePath();
    return [{ executablePath, env: { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') } }];
  } catch {
    // An optional dependency: it need not be here.
    return [];
  }
}
