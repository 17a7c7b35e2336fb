import { FILES } from '../../../../scripts/run-folder/file-names.ts';
import { FAIL, INVALID, PASS } from '../../expected.ts';
import { edited, editLines } from '../../folder/edited.ts';
import type { Row } from '../../row.ts';

import {
  cutBy,
  flipped,
  inSeconds,
  isEnd,
  isHead,
  isOf,
  isSecond,
  launchLines,
  lines,
  oneBadSecond,
  samplesOf,
  usersAtEnd,
  withoutPayments,
} from './edits.ts';

/** What was written is what was measured, or the run is no evidence. */
export const lostLines: readonly Row[] = [
  {
    what: 'note 46: the log is cut in its last line',
    break: edited((files) => cutBy(files, 30)),
    expect: { ...INVALID, headline: 'The load generator (k6) ended before' },
  },
  {
    what: 'note 47: the log is cut in the middle',
    break: lines((all) => all.slice(0, all.length / 2)),
    expect: { ...INVALID, headline: 'The load generator (k6) ended before the run was over' },
  },
  {
    what: 'note 48: the end line is missing',
    break: lines((all) => all.filter((line) => !isEnd(line))),
    expect: { ...INVALID, headline: 'The load generator (k6) ended before' },
  },
  {
    what: 'note 49: the head line is missing',
    break: lines((all) => all.filter((line) => !isHead(line))),
    expect: { ...INVALID, headline: 'The measurement log does not agree with itself in' },
  },
  {
    what: 'the log is empty',
    break: edited((files) => void files.set(FILES.measurements, '')),
    expect: { ...INVALID, headline: 'The load generator (k6) ended before' },
  },
  {
    what: 'note 50: one second in which everything is 503, line whole',
    break: edited(oneBadSecond),
    expect: { ...FAIL, headline: /attempts at “.*” failed/ },
  },
  {
    what: 'note 51: the same, that line cut in half',
    break: edited((files) => {
      oneBadSecond(files);
      editLines(files, (all) => all.map((line) => (/"second":5,/.test(line) ? line.slice(0, line.length / 2) : line)));
    }),
    expect: { ...INVALID, headline: 'The measurement log does not agree with itself in' },
  },
  {
    what: 'note 52: the same, that line missing',
    break: edited((files) => {
      oneBadSecond(files);
      editLines(files, (all) => all.filter((line) => !/"second":5,/.test(line)));
    }),
    expect: { ...INVALID, headline: 'The measurement log does not agree with itself in' },
  },
  {
    what: 'note 54: bytes flipped in two lines',
    break: lines((all) => all.map((line, i) => (i === 4 || i === 7 ? flipped(line) : line))),
    expect: { ...INVALID, headline: '' },
  },
  {
    what: 'a byte flipped in one line',
    break: lines((all) => all.map((line, i) => (i === 4 ? flipped(line) : line))),
    expect: { ...INVALID, headline: 'The measurement log does not agree with itself in' },
  },
  {
    what: 'note 55: every second line ten times',
    break: lines((all) => all.flatMap((line) => (isSecond(line) ? new Array<string>(10).fill(line) : [line]))),
    expect: { ...INVALID, headline: 'The measurement log does not agree with itself in' },
  },
  {
    what: 'note 56: one second line twice',
    break: lines((all) => all.flatMap((line, i) => (i === 5 ? [line, line] : [line]))),
    expect: { ...INVALID, headline: 'The measurement log does not agree with itself in' },
  },
  {
    what: 'a second run appended to the log',
    break: lines((all) => [...all, ...all]),
    expect: { ...INVALID, headline: 'The measurement log does not agree with itself in' },
  },
  {
    what: 'a line of another run among the lines',
    break: lines((all) => all.map((line, i) => (i === 5 ? line.replace('"vu":1,', '"vu":9,') : line))),
    expect: { ...INVALID, headline: '' },
  },
  {
    what: 'note 57: the samples of the payments are taken out of one line',
    break: lines((all) => all.map((line, i) => (i === 5 ? withoutPayments(line, all[0]!) : line))),
    expect: { ...INVALID, headline: '' },
  },
  {
    what: 'the samples of joining are taken out of all lines but one',
    break: edited((files) => {
      for (let second = 1; second < 12; second++)
        samplesOf(second, (samples, steps) => samples.filter(([subject]) => steps[subject] !== 'queue-join'))(files);
    }),
    expect: { ...INVALID, headline: /sums? of the measurement log do(es)? not agree/ },
  },
  {
    what: 'note 45: the lines say that an eighth of the people arrived',
    break: inSeconds((line) => ({
      ...line,
      scheduled: Math.round(Number(line.scheduled) / 8),
      started: Math.round(Number(line.started) / 8),
    })),
    expect: { ...INVALID, headline: /sums? of the measurement log do(es)? not agree/ },
  },
  {
    what: 'note 6: the end line says that 140 people failed',
    break: usersAtEnd({ finished: 260, failed: 140 }),
    expect: { ...INVALID, headline: 'An error in the surge file stopped' },
  },
  {
    what: 'note 7: the end line says that 140 people are still inside',
    break: usersAtEnd({ finished: 260, active: 140 }),
    expect: { ...INVALID, headline: '' },
  },
  {
    what: 'the end line says that 140 people still stand in line',
    break: usersAtEnd({ finished: 260, inLine: 140 }),
    expect: { ...INVALID, headline: '' },
  },
  {
    what: 'the end line says that 140 people gave up',
    break: usersAtEnd({ finished: 260, gaveUp: 140 }),
    expect: { ...INVALID, headline: '' },
  },
  { what: 'the end line has lost 40 people', break: usersAtEnd({ finished: 360 }), expect: { ...INVALID, headline: '' } },
  {
    what: 'the journal is cut out of half of the lines',
    break: lines((all) => all.map((line, i) => (i % 2 === 0 ? line.replace(/,"journal":\[.*?\]\]/, '') : line))),
    expect: { ...INVALID, headline: '' },
  },
  {
    what: 'every admission of a lane is reported twice',
    break: inSeconds((line) =>
      'admissions' in line ? { ...line, admissions: (line.admissions as unknown[]).flatMap((one) => [one, one]) } : line,
    ),
    expect: {
      ...INVALID,
      headline: /^\d+ sums of the measurement log do not agree: \d+ people were let in, left the line or stood there, and \d+ got a ticket/,
    },
  },
  {
    what: 'note 60: the lines of one VU under another number',
    break: launchLines((all) => all.map((line) => (isOf(2)(line) ? line.replace('"vu":2,', '"vu":1,') : line))),
    expect: { ...INVALID, headline: /VUs wrote measurements\./ },
  },
  {
    what: 'the lines of one of two VUs are missing',
    break: launchLines((all) => all.filter(isOf(1))),
    expect: { ...INVALID, headline: /VUs wrote measurements\./ },
  },
  {
    what: 'the lines of the two VUs stand one behind the other instead of by second',
    break: launchLines((all) => [...all.filter(isOf(1)), ...all.filter(isOf(2))]),
    expect: PASS,
    twin: true,
  },
  {
    what: 'the lines end as on Windows',
    break: edited((files) => void files.set(FILES.measurements, files.get(FILES.measurements)!.replaceAll('\n', '\r\n'))),
    expect: PASS,
    twin: true,
  },
];
