import * as z from 'zod';
import type { StandardGiven, StandardSymbol } from '../../../models/standard/standard-given.ts';
import { TTA_CPU_FACTORS } from '../../../models/standard/tta-cpu.ts';
import { TTA_DB_FACTORS } from '../../../models/standard/tta-db.ts';
import { TTA_DISK_FACTORS } from '../../../models/standard/tta-disk.ts';
import { TTA_MEMORY_FACTORS } from '../../../models/standard/tta-memory.ts';

const SYMBOLS = [TTA_CPU_FACTORS, TTA_DB_FACTORS, TTA_MEMORY_FACTORS, TTA_DISK_FACTORS].flatMap((table) =>
  Object.keys(table),
) as StandardSymbol[];

/** The same optional entry for every symbol of the standard. */
function bySymbol<Entry extends z.ZodType>(entry: Entry) {
  const optional = z.exactOptional(entry);
  return Object.fromEntries(SYMBOLS.map((symbol) => [symbol, optional])) as Record<StandardSymbol, typeof optional>;
}

const factors = bySymbol(z.number().min(0));
/** Korean text that a person files: long enough for a sentence, short enough for a cell. */
const words = z.string().min(1).max(200);
const server = z
  .strictObject({ servers: z.number().int().min(1).exactOptional(), model: words.exactOptional(), ...factors })
  .exactOptional();

/** The key `standard` of a policy: what a planner knows for the form of TTAK.KO-10.0292. Sizes in MB. */
export const standardGivenSchema = z.strictObject({
  project: words.exactOptional(),
  system: words.exactOptional(),
  thinkSeconds: z.number().min(0).describe('mean time between an answer and the next request of a user, seconds').exactOptional(),
  transactionsPerRequest: z.number().min(0).describe('database transactions of one request').exactOptional(),
  weight: z
    .literal([1, 1.6, 1.7, 2.1])
    .describe('table 6-7: 1 three tiers, 1.6 WEB and WAS together, 1.7 WAS and DB together, 2.1 all together')
    .exactOptional(),
  reference: words.describe('system that the reference method (참조법) compares with').exactOptional(),
  grounds: z.strictObject(bySymbol(words)).describe('적용 근거 of the values given, by symbol').exactOptional(),
  web: server,
  was: server,
  db: server,
  ...factors,
}) satisfies z.ZodType<StandardGiven>;
