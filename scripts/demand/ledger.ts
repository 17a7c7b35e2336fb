import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ForecastDocument } from '../../models/results/forecast.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { header } from '../schemas/base.ts';

const LEVELS = ['p50', 'p80', 'p90', 'p95', 'p99'] as const;

/** One claim: what was said about a window, by which calendar and which code. */
export const claimSchema = z.object({
  ...header('prediction'),
  series: z.string(),
  unit: z.string(),
  asOf: z.string(),
  window: z.object({ from: z.string(), to: z.string() }),
  /** What hours were made into days by. */
  daily: z.enum(['sum', 'max']),
  quantiles: z.object(Object.fromEntries(LEVELS.map((level) => [level, z.number()])) as Record<(typeof LEVELS)[number], z.ZodNumber>),
  calendarVersion: z.string(),
  codeVersion: z.string(),
});

export type Claim = z.infer<typeof claimSchema>;

/** The claim a forecast makes. */
export function claimOf({ series, unit, asOf, peak, calendarVersion }: ForecastDocument, daily: 'sum' | 'max', codeVersion: string): Claim {
  const { p50, p80, p90, p95, p99, window } = peak;
  return {
    schema: 'surgeproof/prediction',
    version: 1,
    series,
    unit,
    asOf,
    window,
    daily,
    quantiles: { p50, p80, p90, p95, p99 },
    calendarVersion,
    codeVersion,
  };
}

/** Appends a claim to the ledger; what stands there is never changed. */
export async function record(file: string, claim: Claim): Promise<void> {
  await appendFile(file, `${JSON.stringify(claim)}\n`);
}

/** All claims of a ledger; every line that is none is named. */
export async function readClaims(file: string): Promise<Claim[]> {
  const refuse = (problems: readonly string[]): never => {
    throw new SurgeproofError('unreadable-file', { file, problems });
  };
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    refuse([`must be a file that can be read, got ${error.code}`]),
  );
  const problems: string[] = [];
  const claims = text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [claimSchema.parse(JSON.parse(line))];
    } catch {
      problems.push(`line ${i + 1}: must be a prediction as written by --record`);
      return [];
    }
  });
  return problems.length > 0 ? refuse(problems) : claims;
}
