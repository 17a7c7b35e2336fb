import { plural } from '../../words/count.ts';
import type { SealedLine } from '../../workload/log/measurement-log.ts';

/** What the numbers of the lines show, and how many lines each sentence is about. */
export interface Irregularity {
  readonly kind: 'missing' | 'repeated' | 'misplaced' | 'foreign';
  readonly vu: number;
  /** Seconds that it is about. */
  readonly from: number;
  readonly to: number;
  readonly sentence: string;
  readonly lines: number;
}

/** The numbers of all lines read: each VU writes 0, 1, 2 … and nothing after its end line. */
export interface LineNumbers {
  add(line: SealedLine): void;
  /** Lines that are missing, repeated, out of place or of another run than the given one; by VU and number. */
  irregularities(run: string | null): Irregularity[];
}

interface Entry {
  readonly seq: number;
  /** −1 for a head line, which names none. */
  second: number;
  /** Whether an end line stands here. */
  end: boolean;
  times: number;
}

/** The lines of one VU in one run. */
interface Numbered {
  readonly run: string;
  readonly vu: number;
  readonly entries: Map<number, Entry>;
}

export function createLineNumbers(): LineNumbers {
  const all = new Map<string, Numbered>();
  const numberedBy = ({ run, vu }: SealedLine): Numbered => {
    const key = `${vu} ${run}`;
    const known = all.get(key);
    if (known !== undefined) return known;
    const numbered = { run, vu, entries: new Map<number, Entry>() };
    all.set(key, numbered);
    return numbered;
  };
  return {
    add(line) {
      const { entries } = numberedBy(line);
      const second = line.surgeproof === 'head' ? -1 : line.second;
      const end = line.surgeproof === 'end';
      const known = entries.get(line.seq);
      if (known === undefined) {
        entries.set(line.seq, { seq: line.seq, second, end, times: 1 });
        return;
      }
      known.times++;
      known.end ||= end;
      known.second = Math.min(known.second, second);
    },
    irregularities: (run) =>
      [...all.values()]
        .sort((a, b) => a.vu - b.vu || (a.run < b.run ? -1 : 1))
        .flatMap((numbered) => (run === null || numbered.run === run ? irregular(numbered) : foreign(numbered))),
  };
}

const ordered = ({ entries }: Numbered): Entry[] => [...entries.values()].sort((a, b) => a.seq - b.seq);

/** `VU 2, second 16`; a head line has no second. */
const place = (vu: number, second: number): string => (second < 0 ? `VU ${vu}, head line` : `VU ${vu}, second ${second}`);

const at = (kind: Irregularity['kind'], vu: number, second: number, what: string, lines = 1): Irregularity => {
  return { kind, vu, from: second, to: second, lines, sentence: `${place(vu, second)}: ${what}` };
};

function foreign(numbered: Numbered): Irregularity[] {
  return ordered(numbered).map(({ second, times }) => at('foreign', numbered.vu, second, 'a line of another run', times));
}

function irregular(numbered: Numbered): Irregularity[] {
  const { vu } = numbered;
  const found: Irregularity[] = [];
  let before: Entry = { seq: -1, second: -1, end: false, times: 1 };
  for (const entry of ordered(numbered)) {
    const { seq, second, times } = entry;
    const gap = seq - before.seq - 1;
    if (gap > 0) found.push(missing(vu, before, entry, gap));
    if (times > 1) found.push(at('repeated', vu, second, `the same line ${times} times`, times - 1));
    if (second < before.second || before.end) found.push(at('misplaced', vu, second, 'a line out of place'));
    before = entry;
  }
  return found;
}

/** Seconds that lost lines were about, from the lines around them: a second may have several lines. */
function missing(vu: number, before: Entry, after: Entry, lines: number): Irregularity {
  const from = Math.min(before.second + 1, after.second);
  const to = Math.max(from, after.second - 1);
  const seconds = from >= to ? `second ${from}` : `seconds ${from} to ${to}`;
  const head = before.seq < 0 && lines === 1;
  const sentence = head ? `VU ${vu}: the head line is missing` : `VU ${vu}, ${seconds}: ${plural(lines, 'line is', 'lines are')} missing`;
  return { kind: 'missing', vu, from: head ? -1 : from, to, lines, sentence };
}
