import { appendFile, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ForecastDocument } from '../../../models/results/forecast/forecast.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { outputFolder } from '../../run-folder/output-folder.ts';
import { checkedValue } from '../../run-folder/read-json.ts';
import { type Claim, predictionSchema } from '../../schemas/forecast/prediction.ts';
import { firstProblems } from '../first-problems.ts';

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

/** Appends a claim to the ledger; what stands there is never changed. A last line without its end gets one first. */
export async function record(file: string, claim: Claim): Promise<void> {
  const refuse = (error: NodeJS.ErrnoException): never => {
    throw new SurgeproofError('invalid-options', {
      problems: [`--record: must be a file that can be written, got ${file} (${error.code})`],
    });
  };
  try {
    await outputFolder(dirname(file));
    const before = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : refuse(error)));
    await appendFile(file, `${before === '' || before.endsWith('\n') ? '' : '\n'}${JSON.stringify(claim)}\n`);
  } catch (error) {
    if (error instanceof SurgeproofError) throw error;
    refuse(error as NodeJS.ErrnoException);
  }
}

/** All claims of a ledger; every line that is none is named with what is wrong. */
export async function readClaims(file: string): Promise<Claim[]> {
  const refuse = (problems: readonly string[]): never => {
    throw new SurgeproofError('unreadable-file', { file, problems });
  };
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    refuse([`must be a ledger that can be read, got ${error.code}; --record writes one`]),
  );
  const problems: string[] = [];
  const claims = text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const checked = claimIn(line);
    if ('value' in checked) return [checked.value];
    problems.push(`line ${i + 1}: ${checked.problems[0]}`);
    return [];
  });
  if (problems.length > 0) return refuse(firstProblems(problems));
  return claims.length > 0 ? claims : refuse(['must hold claims as written by --record, got none']);
}

function claimIn(line: string): ReturnType<typeof checkedValue<Claim>> {
  try {
    return checkedValue(JSON.parse(line), 'prediction', predictionSchema);
  } catch {
    return { problems: ['must be a prediction as written by --record, got what is not JSON'] };
  }
}
