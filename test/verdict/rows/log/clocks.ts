import { INVALID, PASS } from '../../expected.ts';
import { fitGenerator } from '../../folder/run-files.ts';
import type { Row } from '../../row.ts';
import { type Broken, virtual } from '../../virtual/virtual.ts';

const jump = (ms: number, surge: Broken['surge'] = 'smoke') => virtual({ surge, at: { 6: (clock) => clock.jump(ms) } });
const stall = (ms: number) => virtual({ at: { 6: (clock) => clock.stall(ms) } });

/** The generator's health, with some seconds replaced. */
const health = (change: (second: number) => object) => fitGenerator(25).map((line) => ({ ...line, ...change(line.second) }));

/** A clock that cannot be set shows no stall: then the clock of the machine is what is seen. */
const SET_FORWARD = /^The (event loop of k6 was|clock of this machine jumped by)/;

/** What a generator that is no witness shows. */
export const clocks: readonly Row[] = [
  {
    what: 'note 40: the clock is set back by 5 s in the run',
    break: jump(-5_000),
    expect: { ...INVALID, headline: 'The clock of this machine jumped by' },
  },
  {
    what: 'note 41: the clock is set back by 5 s in a launch',
    break: jump(-5_000, 'launch'),
    expect: { ...INVALID, headline: 'The clock of this machine jumped by' },
  },
  {
    what: 'note 42: the clock is set forward by 5 s in the run',
    break: jump(5_000),
    expect: { ...INVALID, headline: SET_FORWARD },
  },
  { what: 'the clock is set forward by 2 s in the run', break: jump(2_000), expect: { ...INVALID, headline: SET_FORWARD } },
  { what: 'the clock is corrected by 20 ms, as time servers do', break: jump(20), expect: PASS, twin: true },
  { what: 'the clock is corrected back by 20 ms', break: jump(-20), expect: PASS, twin: true },
  { what: 'note 112: k6 stands still for 4 s', break: stall(4_000), expect: { ...INVALID, headline: 'The event loop of k6 was' } },
  { what: 'k6 stands still for 2 s', break: stall(2_000), expect: { ...INVALID, headline: 'The event loop of k6 was' } },
  { what: 'k6 stands still for 60 ms', break: stall(60), expect: PASS, twin: true },
  {
    what: 'note 113: the whole target stands still for 5 s',
    break: virtual({ app: late, room: late }),
    expect: { verdict: 'FAIL', exit: 1, headline: '' },
  },
  {
    what: 'k6 used every core for the whole run',
    break: virtual({ generator: health(() => ({ cpu: 1.95 })) }),
    expect: { ...INVALID, headline: 'The load generator used' },
  },
  {
    what: 'k6 used half of the cores',
    break: virtual({ generator: health(() => ({ cpu: 1 })) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'k6 held nearly all the files it may open',
    break: virtual({ generator: health(() => ({ openFiles: 19_800 })) }),
    expect: { ...INVALID, headline: 'The load generator used' },
  },
  {
    what: 'k6 held half of the files it may open',
    break: virtual({ generator: health(() => ({ openFiles: 10_000 })) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'a system that does not tell the open files',
    break: virtual({ generator: health(() => ({ openFiles: null, received: null, sent: null })) }),
    expect: PASS,
    twin: true,
  },
];

/** Requests of seconds 5 to 10 are answered at second 10. */
function late(ask: { readonly second: number }, well: () => ReturnType<NonNullable<Broken['app']>>) {
  const said = well();
  const wait = ask.second >= 5 && ask.second < 10 ? 1_000 * (10 - ask.second) : 0;
  return said === 'never' || wait === 0 ? said : { ...said, duration: (said.duration ?? 0) + wait };
}
