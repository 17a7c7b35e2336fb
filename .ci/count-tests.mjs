import { readFileSync } from 'node:fs';

/*
 * node .ci/count-tests.mjs <report of vitest, JSON> <report of `go test -json`>
 * Prints how many tests of both passed and failed, and what those of Go that failed had to say. Status 1 when one failed, or nothing ran.
 */

/** Tests of vitest. A file that cannot be loaded fails without a failing test in it, and counts as one. */
function countVitest(text) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, said: '' };
}

/** Tests of Go. One with subtests is what they are; a package that fails without a failing test, such as one that does not compile, counts as one. */
function countGo(text) {
  const events = text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  const ended = new Map();
  for (const { Action, Package, Test } of events)
    if (Test !== undefined && /^(?:pass|fail|skip)$/.test(Action)) ended.set(`${Package} ${Test}`, Action);
  const names = [...ended.keys()];
  const leaves = names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)));
  const packages = events.filter(({ Action, Test }) => Action === 'fail' && Test === undefined).map(({ Package }) => Package);
  const [passed, failed] = ['pass', 'fail'].map((action) => leaves.filter((name) => ended.get(name) === action));
  const broken = packages.filter((one) => !failed.some((name) => name.startsWith(`${one} `)));
  const isToBeSaid = ({ Package, Test, ImportPath }) =>
    Test === undefined ? ImportPath !== undefined || broken.includes(Package) : ended.get(`${Package} ${Test}`) === 'fail';
  const said = events.filter((event) => event.Output !== undefined && isToBeSaid(event)).map(({ Output }) => Output);
  return { passed: passed.length, failed: failed.length + broken.length, said: said.join('') };
}

/** Without a report, or with one that says nothing, something failed before any test. */
function count(file, read, name) {
  try {
    const counts = read(readFileSync(file, 'utf8'));
    if (counts.passed + counts.failed > 0) return counts;
  } catch {
    // Not written, or cut off.
  }
  return { passed: 0, failed: 1, said: `no test report of ${name} was written\n` };
}

const [vitest, go] = process.argv.slice(2);
const all = [count(vitest, countVitest, 'vitest'), count(go, countGo, 'go')];
for (const { said } of all) process.stdout.write(said);
const [passed, failed] = ['passed', 'failed'].map((what) => all.reduce((sum, one) => sum + one[what], 0));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
