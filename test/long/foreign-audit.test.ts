import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LotteryBug } from '../scripts/audit/lottery.ts';
import { rehearseLottery, violated } from '../scripts/audit/lottery-rehearsal.ts';
import { k6AtHand } from '../scripts/rehearsal.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

k6AtHand();
const parent = temporaryFolder();

/** Each mistake of the lottery, and the invariants that must find it. */
const FOUND: readonly (readonly [LotteryBug, readonly string[]])[] = [
  ['receipt-without-commit', ['receipt-has-application']],
  ['log-loss', ['attempts-are-logged']],
  ['second-application', ['no-receipt-no-effect', 'one-application-each']],
  ['kept-without-receipt', ['no-receipt-no-effect']],
  ['no-owner', ['failures-have-owner']],
];

describe('a service of a team, audited over HTTP', () => {
  it('passes without a mistake, everything checked', async () => {
    const run = await rehearseLottery(parent, null);
    expect(run.code, run.stderr + run.stdout).toBe(0);
    expect(violated(run)).toEqual([]);
    expect(run.audit.checks.map(({ examined, notMade }) => [examined > 0, notMade])).toEqual(Array(7).fill([true, undefined]));
  });

  it.each(FOUND)('%s is found by its own invariant', async (bug, invariants) => {
    const run = await rehearseLottery(parent, bug);
    expect(run.code, run.stderr + run.stdout).toBe(1);
    expect(violated(run)).toEqual(invariants);
  });

  it('is INCONCLUSIVE when a part of its records cannot be read, and says what was not checked', async () => {
    const run = await rehearseLottery(parent, 'broken-audit');
    expect(run.code, run.stderr + run.stdout).toBe(4);
    const missing = run.audit.checks.filter(({ notMade }) => notMade !== undefined);
    expect(missing.map(({ name }) => name)).toEqual(['attempts-are-logged', 'failures-have-owner', 'in-time-is-never-late']);
    expect(missing[0]!.notMade).toContain('/audit/attempts must answer 200, got 503');
  });

  it('takes records from a command as well', async () => {
    const program = join(parent, 'records.mjs');
    writeFileSync(
      program,
      `const [url, kind, since] = process.argv.slice(2);
let next = \`/audit/\${kind}?since=\${encodeURIComponent(since)}\`;
while (next) {
  const page = await (await fetch(url + next)).json();
  for (const record of page.records) console.log(JSON.stringify(record));
  next = page.next;
}
`,
    );
    const run = await rehearseLottery(join(parent, 'command'), null, (text) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(text)!;
      return text.replaceAll(
        /http: '\/audit\/(\w+)\?since=\{since\}'/g,
        `command: ['${process.execPath}', '${program}', '${url}', '$1', '{since}']`,
      );
    });
    expect(run.code, run.stderr + run.stdout).toBe(0);
    expect(run.audit.checks.every(({ examined }) => examined > 0)).toBe(true);
  });
});
