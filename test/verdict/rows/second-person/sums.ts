import { FILES } from '../../../../scripts/run-folder/file-names.ts';
import { INVALID, PASS } from '../../expected.ts';
import { editData, edited, type LooseLine } from '../../folder/edited.ts';
import { judgeFiles } from '../../folder/judge-files.ts';
import type { RunFiles } from '../../folder/run-files.ts';
import type { Row } from '../../row.ts';
import type { App } from '../../virtual/changed-answers.ts';
import { type Broken, virtual, virtualFiles } from '../../virtual/virtual.ts';

const SUM = { ...INVALID, headline: /sums? of the measurement log do(es)? not agree/ };

const inSecond = (second: number, change: (line: LooseLine, steps: readonly string[]) => LooseLine) => (files: RunFiles) => {
  const { steps } = JSON.parse(files.get(FILES.measurements)!.split('\n')[0]!) as { steps: string[] };
  editData(files, 'second', (line) => (line.second === second ? change(line, steps) : line));
};
type Sample = readonly number[];
const without =
  (field: string) =>
  (line: LooseLine): LooseLine =>
    Object.fromEntries(Object.entries(line).filter(([name]) => name !== field));
/** The samples of a step, by both clocks. */
const withoutStep = (name: string) => (line: LooseLine, steps: readonly string[]) => ({
  ...line,
  samples: (line.samples as Sample[]).filter(([subject]) => steps[subject!] !== name),
});
/** Two places in the counts of people are exchanged, in every line. */
const renamed = (from: string, to: string) => (files: RunFiles) => {
  for (const kind of ['second', 'end'] as const)
    editData(files, kind, (line) => {
      const { [from]: moved = 0, ...users } = line.users as Record<string, number>;
      return { ...line, users: { ...users, [from]: 0, [to]: (users[to] ?? 0) + moved } };
    });
};
/** A run of its own, edited. */
const played = (broken: Broken, edit: (files: RunFiles) => void) => async () => {
  const files = await virtualFiles(broken);
  edit(files);
  return judgeFiles(files);
};
/** What the VU says at its end that it wrote, left out: what remains must still agree. */
const silently = (...changes: ((files: RunFiles) => void)[]) =>
  edited((files) => {
    for (const change of changes) change(files);
    editData(files, 'end', without('booked'));
  });

/** Somebody who knows the format took something out, checksums and numbers included. */
export const sums: readonly Row[] = [
  { what: 'second 25: the journal of one second is gone', break: edited(inSecond(5, without('journal'))), expect: SUM },
  { what: 'second 25: the payments of one second are gone, by both clocks', break: edited(inSecond(5, withoutStep('pay'))), expect: SUM },
  {
    what: 'second 25: the same, and nothing says how many were written: the journal has more payers than there are payments',
    break: silently(inSecond(5, withoutStep('pay'))),
    expect: { ...INVALID, headline: /step pay: \d+ people have entries in the journal and \d+ requests were measured/ },
  },
  {
    what: 'second 25: nothing says how many were written, and nothing is gone',
    break: silently(),
    expect: PASS,
    twin: true,
  },
  { what: 'second 26: one answer in the journal stands there twice', break: edited(inSecond(5, twice('journal'))), expect: SUM },
  {
    what: 'second 26: the people who left the queue are gone from one second',
    break: played({ surge: 'launch', profile: { impatienceMedian: 20_000 } }, (files) => editData(files, 'second', without('unadmitted'))),
    expect: SUM,
  },
  {
    what: 'second 27: people who gave up are counted as turned away',
    break: played(
      { app: (ask, well) => (ask.path === '/payments' ? { status: 503, duration: 5 } : well()) },
      renamed('gaveUp', 'turnedAway'),
    ),
    expect: SUM,
  },
  {
    what: 'second 28: the statuses of the answers are gone from half of the seconds',
    break: edited((files) => editData(files, 'second', (line) => (Number(line.second) % 2 === 0 ? without('statuses')(line) : line))),
    expect: SUM,
  },
  {
    what: 'second 25: people tap twice, try again and queue again, and every sum agrees',
    break: virtual({ surge: 'launch', profile: { doubleTaps: 0.2 }, app: retried() }),
    expect: PASS,
    twin: true,
  },
];

function twice(field: string) {
  return (line: LooseLine): LooseLine => ({ ...line, [field]: [...(line[field] as unknown[]), (line[field] as unknown[])[0]] });
}

/** One request in 150 breaks, and is tried again. */
/** Not what a handful of people ask for, such as the shop behind an old QR: one error is a large share of it. */
function retried(): App {
  let asked = 0;
  return (ask, well) => (++asked % 150 === 0 && !['/app/version', '/qr/lookup'].includes(ask.path) ? { status: 503, duration: 7 } : well());
}
