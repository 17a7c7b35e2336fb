import type { GeneratorHealth } from '../../../../models/results/generator-health.ts';
import { FILES } from '../../../../scripts/run-folder/file-names.ts';
import { INVALID, PASS } from '../../expected.ts';
import { editData, edited, editJson, editLines, type LooseLine } from '../../folder/edited.ts';
import { fitGenerator, type RunFiles } from '../../folder/run-files.ts';
import type { Row } from '../../row.ts';
import { virtual, virtualFiles } from '../../virtual/virtual.ts';

const LOG = 'The measurement log does not agree with itself in ';

const lines = (edit: (lines: string[]) => string[]) => edited((files) => editLines(files, edit));
const data = (kind: 'head' | 'second' | 'end', change: (line: LooseLine) => LooseLine) => edited((files) => editData(files, kind, change));
/** The seventh line is that of second 5. */
const at = (place: number, change: (line: string) => string[]) =>
  lines((all) => all.flatMap((line, i) => (i === place ? change(line) : [line])));
/** One second line, changed as somebody would who knows the format. */
const inSecond = (second: number, change: (line: LooseLine) => LooseLine) =>
  data('second', (line) => (line.second === second ? change(line) : line));
const generator = (health: readonly GeneratorHealth[]) => virtual({ generator: health });
const interrupted = (files: RunFiles, interruption: string) =>
  editJson(files, FILES.ending, (ending) => ({ ...ending, interruption, detail: 'It was.' }));
const samplesOf = (line: LooseLine) => line.samples as number[][];
const clockOf = (files: RunFiles, largest: object | null) =>
  editJson(files, FILES.ending, (ending) => ({ ...ending, clock: { lines: 20, largest } }));

/** The lines of another run, appended. */
const appended = (seed: number) => async () => {
  const other = await virtualFiles({ seed });
  return edited((files) => editLines(files, (all) => [...all, ...other.get(FILES.measurements)!.trimEnd().split('\n')]))();
};

/** A log that lost, gained or changed something on its way. */
const altered: readonly Row[] = [
  {
    what: 'the log is cut in the middle',
    break: lines((all) => all.slice(0, all.length / 2)),
    expect: { ...INVALID, headline: 'The load generator (k6) ended' },
  },
  {
    what: 'one second line is missing',
    break: at(6, () => []),
    expect: { ...INVALID, headline: /^The measurement log .*: VU 1, second 5: 1 line is missing/ },
  },
  {
    what: 'one second line is cut in half',
    break: at(6, (line) => [line.slice(0, line.length / 2)]),
    expect: { ...INVALID, headline: /: VU 1, second 5: must be one JSON/ },
  },
  {
    what: 'one byte of a second line is another',
    break: at(6, (line) => [line.replace('"started":', '"started":1')]),
    expect: { ...INVALID, headline: /: VU 1, second 5: sum must be the checksum/ },
  },
  {
    what: 'one second line is there twice',
    break: at(6, (line) => [line, line]),
    expect: { ...INVALID, headline: /: VU 1, second 5: the same line 2 times/ },
  },
  {
    what: 'every second line is there ten times',
    break: lines((all) => all.flatMap((line) => (line.includes('"second","') ? Array<string>(10).fill(line) : [line]))),
    expect: { ...INVALID, headline: LOG },
  },
  { what: 'the head line is missing', break: at(0, () => []), expect: { ...INVALID, headline: /head line is missing/ } },
  {
    what: 'a line of another run takes the place of one',
    break: inSecond(5, (line) => ({ ...line, run: '0a1b2c3d' })),
    expect: { ...INVALID, headline: /VU 1, second 5: a line of another run/ },
  },
  { what: 'the log of another seed is appended', break: appended(2), expect: { ...INVALID, headline: LOG } },
  { what: 'the same run is appended once more', break: appended(1), expect: { ...INVALID, headline: LOG } },
  {
    what: 'the end line stands before the last second line',
    break: lines((all) => [...all.slice(0, -2), all.at(-1)!, all.at(-2)!]),
    expect: PASS,
    twin: true,
  },
  { what: 'the lines are in another order', break: lines((all) => [...all].reverse()), expect: PASS, twin: true },
  { what: 'there are empty lines in the log', break: lines((all) => all.flatMap((line) => [line, ''])), expect: PASS, twin: true },
  {
    what: 'k6 was stopped, and its last line is torn',
    break: edited((files) => {
      editLines(files, (all) => [...all.slice(0, 8), all[8]!.slice(0, 200)]);
      interrupted(files, 'signal');
    }),
    expect: { verdict: 'INCONCLUSIVE', exit: 4, headline: 'The run was stopped after' },
  },
  {
    what: 'k6 was stopped, and a line before the last is torn',
    break: edited((files) => {
      editLines(files, (all) => [...all.slice(0, 7), all[7]!.slice(0, 200), all[8]!]);
      interrupted(files, 'signal');
    }),
    expect: { ...INVALID, headline: /VU 1, second 6/ },
  },
];

/** Lines that fit their checksums and do not fit together. */
const sums: readonly Row[] = [
  {
    what: 'a second has fewer arrivals than people',
    break: inSecond(5, (line) => ({ ...line, scheduled: 10, started: 10 })),
    expect: { ...INVALID, headline: /arrivals started and 400 people arrived/ },
  },
  {
    what: 'samples of a step are taken out of a second by one clock',
    break: inSecond(5, (line) => ({ ...line, samples: samplesOf(line).slice(1) })),
    expect: { ...INVALID, headline: /service and response times differ in number/ },
  },
  {
    what: 'the people who joined in a second are taken out',
    break: inSecond(5, (line) => ({ ...line, samples: samplesOf(line).filter(([step]) => step !== 0) })),
    expect: { ...INVALID, headline: /people got a ticket|requests to join/ },
  },
  {
    what: 'the people who were let in are taken out of a second',
    break: inSecond(5, ({ admissions: _, ...line }) => line),
    expect: { ...INVALID, headline: /people were let in/ },
  },
  {
    what: 'the end line says that all finished, and ten journeys are missing',
    break: inSecond(6, (line) => ({ ...line, samples: samplesOf(line).filter(([subject]) => subject! < 12) })),
    expect: { ...INVALID, headline: /journeys were timed/ },
  },
  {
    what: 'a second has no values of the event loop',
    break: inSecond(5, ({ loopLag: _, ...line }) => line),
    expect: { ...INVALID, headline: /the event loop was timed/ },
  },
];

/** A generator of whose health nothing is known, or something bad. */
const health: readonly Row[] = [
  {
    what: 'nobody looked at k6',
    break: generator([]),
    expect: { verdict: 'INCONCLUSIVE', exit: 4, headline: '“CPU of the load generator” was not measured.' },
  },
  {
    what: 'k6 was looked at for a third of the run',
    break: generator(fitGenerator(5)),
    expect: { verdict: 'INCONCLUSIVE', exit: 4, headline: '“CPU of the load generator” was not measured.' },
  },
  {
    what: 'k6 was looked at in two of three seconds',
    break: generator(fitGenerator(30).filter(({ second }) => second % 3 > 0)),
    expect: PASS,
    twin: true,
  },
  {
    what: 'nobody looked at k6, and every payment fails',
    break: virtual({ generator: [], app: (ask, well) => (ask.path.startsWith('/payments') ? { status: 503 } : well()) }),
    expect: { verdict: 'FAIL', exit: 1, headline: '' },
  },
  {
    what: 'no line has values of the event loop',
    break: data('second', ({ loopLag: _, ...line }) => line),
    expect: { ...INVALID, headline: '' },
  },
  { what: 'k6 stands still for 1.9 s', break: virtual({ at: { 6: (clock) => clock.stall(1_900) } }), expect: { ...INVALID, headline: '' } },
  {
    what: 'the clock of k6 was set back at the end of a folder',
    break: edited((files) => clockOf(files, { vu: 1, second: 9, ms: -1_200 })),
    expect: { ...INVALID, headline: 'The clock of this machine jumped by 1.2 s in the run (limit 1 s): set back at second 9' },
  },
  {
    what: 'the clock of k6 was corrected by nearly a second in a folder',
    break: edited((files) => clockOf(files, { vu: 1, second: 9, ms: 990 })),
    expect: PASS,
    twin: true,
  },
  {
    what: 'the clock is set back by 5 s',
    break: virtual({ at: { 6: (clock) => clock.jump(-5_000) } }),
    expect: { ...INVALID, headline: 'The clock of this machine jumped by 5' },
  },
  {
    what: 'the clock is set back by 3 s in a launch',
    break: virtual({ surge: 'launch', at: { 7: (clock) => clock.jump(-3_000) } }),
    expect: { ...INVALID, headline: 'The clock of this machine jumped by 3' },
  },
  {
    what: 'the clock is set forward by 3 s',
    break: virtual({ at: { 5: (clock) => clock.jump(3_000) } }),
    expect: { ...INVALID, headline: '' },
  },
];

export const log: readonly Row[] = [...altered, ...sums, ...health];
