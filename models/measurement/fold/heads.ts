import type { HeadLine, Seal } from '../../workload/log/measurement-log.ts';

/** The head lines of all VUs: they must say the same, except for the VU. */
export interface Heads {
  add(head: HeadLine & Seal): void;
  /** The head most VUs wrote (the first in text order where several were written equally often); null without any. */
  chosen(): HeadLine | null;
  /** What the lines of that run carry. */
  run(): string | null;
  /** Lines that say something else than the chosen head. */
  strangers(): number;
}

interface Variant {
  head: HeadLine;
  readonly run: string;
  count: number;
}

export function createHeads(): Heads {
  const variants = new Map<string, Variant>();
  const ranked = (): Variant[] =>
    [...variants].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1)).map(([, variant]) => variant);
  return {
    add({ run, seq, ...head }) {
      const { vu, ...content } = head;
      const text = JSON.stringify([content, run]);
      const known = variants.get(text);
      if (known === undefined) {
        variants.set(text, { head, run, count: 1 });
        return;
      }
      known.count++;
      if (vu < known.head.vu) known.head = head;
    },
    chosen: () => ranked()[0]?.head ?? null,
    run: () => ranked()[0]?.run ?? null,
    strangers: () =>
      ranked()
        .slice(1)
        .reduce((sum, { count }) => sum + count, 0),
  };
}
