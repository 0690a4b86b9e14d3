// Runs `npm ci`, says how it goes, and explains a failure.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { lockFile, packages, root } from './paths.mjs';

const explanations = [
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i, 'The package registry cannot be reached: check the network, the proxy (npm config get proxy) and npm config get registry.'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/, 'The registry’s certificate is not trusted: set NODE_EXTRA_CA_CERTS to your organisation’s CA file.'],
  [/\bE40[13]\b/, 'The registry refused: log in to it (npm login) or go back to the public one (npm config delete registry).'],
  [/EUSAGE|in sync/, 'package.json and package-lock.json disagree: run `npm install`, then try again.'],
  [/EACCES|EPERM|EBUSY/, 'Files cannot be written: close programs that use node_modules, and see that this folder belongs to you.'],
  [/ENOSPC/, 'The disk is full: about 1 GB is needed.'],
  [/EINTEGRITY/, 'A downloaded package is damaged: run `npm cache verify`, then try again.'],
]; // prettier-ignore

export async function installPackages() {
  if (!existsSync(lockFile)) throw new Error('package-lock.json is missing: is the checkout complete?');
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.log('Installing packages (about a minute the first time) …');
  const heartbeat = setInterval(() => console.log(`  … still installing, ${seconds()}`), 15_000);
  const { code, output } = await runNpm().finally(() => clearInterval(heartbeat));
  if (code !== 0) throw new Error(describeFailure(output));
  console.log(`Packages installed in ${seconds()}.`);
}

function runNpm() {
  const { command, args, shell } = npmCommand();
  const flags = [
    '--no-progress',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args, verb(), ...flags], {
      cwd: root,
      env: environment(),
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(new Error(`npm cannot be started (${error.message}).`)));
    child.on('close', (code) => resolve({ code, output }));
  });
}

// Windows cannot delete a running node.exe, which is what `npm ci` would try when this very process runs on the installed Node 24.
const verb = () => (process.platform === 'win32' && process.execPath.startsWith(packages) ? 'install' : 'ci');

// The npm that called us, on the Node it runs on: never the Node in node_modules, which is about to be replaced.
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('npm-cli.js') && node && !node.startsWith(packages))
    return { command: node, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

function environment() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = (process.env[key] ?? '').split(delimiter).filter((folder) => !folder.startsWith(packages));
  return { ...process.env, [key]: folders.join(delimiter) };
}

function describeFailure(output) {
  const why = explanations.find(([pattern]) => pattern.test(output))?.[1];
  const said = output.split('\n').filter((line) => /^npm (?:error|ERR!) \S/.test(line));
  const shown = [...new Set(said)].slice(0, 8).map((line) => `  ${line}`);
  return [`npm ${verb()} did not succeed.`, why, 'npm said:', ...shown].filter(Boolean).join('\n');
}
