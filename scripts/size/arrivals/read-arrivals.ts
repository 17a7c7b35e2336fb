import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../../../models/refusal.ts';
import type { Arrivals } from '../../../models/sizing/policy.ts';
import { countedDispersion } from '../../../models/sizing/traffic/counted-dispersion.ts';
import { decodeText } from '../../demand/csv/table/decode-text.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { timeOfLine } from './time-of-line.ts';

/** Lines without a time, as a share of all: titles and comments, not another format. */
const MOST_WITHOUT = 0.05;

/** A longer text does not fit into memory as one; the busiest ten minutes are all that counts. */
const MOST_BYTES = 400_000_000;

/** Arrivals of a list, a CSV or an access log, as the dispersion of their counts. Throws a sentence for a file that is none of them. */
export async function readArrivals(file: string, ca2: number | undefined): Promise<Arrivals> {
  const fail = (problem: string): never => {
    throw new SurgeproofError('unreadable-file', { file, problems: [problem] });
  };
  const { size } = await stat(file).catch(() => fail('must exist'));
  if (size > MOST_BYTES)
    return fail(
      `must be at most ${MOST_BYTES / 1e6} MB, got ${Math.ceil(size / 1e6)} MB; cut out the busiest hour, such as with grep '30/Nov/2026:10:'`,
    );
  const bytes = await readFile(file).catch(() => fail('must be a file that can be read'));
  const lines = decodeText(bytes)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const read = lines.flatMap((line) => timeOfLine(line) ?? []);
  if (read.length < lines.length * (1 - MOST_WITHOUT)) {
    const without = lines.find((line) => timeOfLine(line) === null) ?? '';
    return fail(
      `must hold a time in each line, such as 1764500000.25, 2026-11-30T10:53:20.250+09:00 or [30/Nov/2026:10:53:20 +0900], in JSON lines under time, timestamp or ts, got ${without.slice(0, 60)} (and ${(lines.length - read.length - 1).toLocaleString('en')} more of ${lines.length.toLocaleString('en')} lines)`,
    );
  }
  const resolution = read.reduce((least, one) => Math.min(least, one.resolution), 1);
  try {
    const dispersion = countedDispersion(
      Float64Array.from(read, ({ seconds }) => seconds),
      resolution,
    );
    return { ca2: ca2 ?? 1, dispersion, ground: `${read.length.toLocaleString('en')} arrivals in ${basename(file)}` };
  } catch (error) {
    if (error instanceof Refusal) return fail(error.message);
    throw error;
  }
}
