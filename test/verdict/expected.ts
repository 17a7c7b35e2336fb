/** What most rows of the table expect; each adds its headline. */
export const FAIL = { verdict: 'FAIL', exit: 1 } as const;
export const INVALID = { verdict: 'INVALID', exit: 5 } as const;
export const INCONCLUSIVE = { verdict: 'INCONCLUSIVE', exit: 4 } as const;
export const REFUSED = { verdict: 'refused', exit: 2 } as const;
export const PASS = { verdict: 'PASS', exit: 0, headline: /^All \d+ limits/ } as const;
