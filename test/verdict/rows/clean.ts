import type { Row } from '../row.ts';
import { virtual } from '../virtual/virtual.ts';

/** Nothing is amiss. */
export const clean: readonly Row[] = [
  { what: 'a clean smoke run', break: virtual(), expect: { verdict: 'PASS', exit: 0, headline: /^All \d+ limits/ }, twin: true },
  {
    what: 'a clean launch',
    break: virtual({ surge: 'launch' }),
    expect: { verdict: 'PASS', exit: 0, headline: /^All \d+ limits/ },
    twin: true,
  },
];
