import * as z from 'zod';

/** The head of every file: what it is and in which version. */
export const header = <Name extends string, const Version extends number = 1>(name: Name, version: Version = 1 as Version) => ({
  schema: z.literal(`surgeproof/${name}` as const),
  version: z.literal(version),
});

export const count = z.number().int().min(0);
export const share = z.number().min(0).max(1);
/** Quantiles of one number. */
export const quantiles = { p50: z.number(), p80: z.number(), p90: z.number(), p95: z.number(), p99: z.number() };
/** A number, or null where nothing was measured. */
export const measured = z.number().nullable();
