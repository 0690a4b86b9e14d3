// Gets the checkout ready to run: packages (among them Node 24) and PostgreSQL's links. Runs before `npm start` and `npm test`
// and costs nothing when there is nothing to do. It must work on the system's Node and without any package.
import { createLinks } from './setup/links.mjs';
import { installPackages } from './setup/install.mjs';
import { withLock } from './setup/lock.mjs';
import { adoptInstallation, findProblems, writeStamp } from './setup/state.mjs';

const OLDEST_NODE = 20;

function checkNodeVersion() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  console.error(
    `Tradewind needs Node ${OLDEST_NODE} or newer to install itself; this is ${process.version}.`,
  );
  console.error(
    'Get a newer one from https://nodejs.org or with your version manager (nvm, fnm, volta, mise).',
  );
  process.exit(1);
}

function report(problems) {
  if (problems.length === 0) console.log('Setup: packages and PostgreSQL links are in place.');
  for (const problem of problems) console.log(`Setup: ${problem.text}`);
  if (problems.length > 0) console.log('       npm run setup puts this right.');
  // The doctor itself runs on Node 24.
  process.exitCode = problems.some((problem) => problem.blocksDoctor) ? 1 : 0;
}

async function putRight() {
  if (findProblems().some((problem) => problem.needsInstall) && !adoptInstallation()) await installPackages();
  createLinks();
  const left = findProblems({ ignoreStamp: true });
  if (left.length > 0) throw new Error(left.map((problem) => problem.text).join('\n'));
  writeStamp();
}

checkNodeVersion();
try {
  const problems = findProblems();
  if (process.argv.includes('--check')) report(problems);
  else if (problems.length > 0) await withLock(putRight);
} catch (error) {
  console.error(`Setup failed: ${error.message}`);
  process.exitCode = 1;
}
