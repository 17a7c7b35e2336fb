import { type FactorTable, rangeOf } from '../../../models/standard/factor.ts';
import { TTA_CPU_FACTORS, type TtaCpuFactors } from '../../../models/standard/tta-cpu.ts';
import { TTA_DB_FACTORS, type TtaDbFactors } from '../../../models/standard/tta-db.ts';
import { TTA_DISK_FACTORS, type TtaDiskFactors } from '../../../models/standard/tta-disk.ts';
import type { TtaIopsFactors } from '../../../models/standard/tta-iops.ts';
import { TTA_MEMORY_FACTORS, type TtaMemoryFactors } from '../../../models/standard/tta-memory.ts';
import { type ArgumentSpec, maybe, needed } from '../argument-spec.ts';
import { type CalcFunction, calcFunction } from '../calc-function.ts';

/** Quantities that are no sizes. */
const COUNTS: ReadonlySet<string> = new Set(['S1', 'O1', 'M3']);

/** Arguments of a table of the standard: what has a usual value may be left out. */
function factorsOf<Symbols extends string>(table: FactorTable<Symbols>, unit = ''): Record<Symbols, ArgumentSpec> {
  const specs = Object.values<FactorTable<Symbols>[Symbols]>(table).map((factor) => {
    const { symbol, english, usual } = factor;
    const range = rangeOf(factor);
    const about = range !== '–' ? `${english}, ${range}` : COUNTS.has(symbol) ? english : `${english}${unit}`;
    return [symbol, usual === undefined ? needed(about) : maybe(`${about}; ${usual} when left out`)];
  });
  return Object.fromEntries(specs);
}

const db = factorsOf(TTA_DB_FACTORS);
const dbWeight = maybe('of table 6-7: 1.7 for WAS and DB on one machine, 2.1 for all on one; 1 when left out');

/** The Korean sizing standard TTAK.KO-10.0292, by the symbols of its tables. */
export const standardFunctions: readonly CalcFunction[] = [
  calcFunction<TtaCpuFactors>(
    {
      name: 'tta-cpu',
      about: 'max-jOPS of web and application servers',
      args: { ...factorsOf(TTA_CPU_FACTORS), weight: maybe('of table 6-7: 1.6 for WEB and WAS on one machine; 1 when left out') },
      example: { S1: 1099, S4: 2, S11: 30 },
    },
    async (args) => (await import('../../../models/standard/tta-cpu.ts')).ttaCpu(args),
  ),
  calcFunction<TtaDbFactors>(
    { name: 'tta-db', about: 'tpmC of database servers', args: { ...db, weight: dbWeight }, example: { O1: 7472 } },
    async (args) => (await import('../../../models/standard/tta-db.ts')).ttaDb(args),
  ),
  calcFunction<TtaMemoryFactors>(
    {
      name: 'tta-memory',
      about: 'memory of a server, in the unit of M1',
      args: factorsOf(TTA_MEMORY_FACTORS, ', sizes in the unit of M1'),
      example: { M1: 1536, M2: 2, M3: 1099, M5: 2 },
    },
    async (args) => (await import('../../../models/standard/tta-memory.ts')).ttaMemory(args),
  ),
  calcFunction<TtaDiskFactors>(
    {
      name: 'tta-disk',
      about: 'system disk (D1 to D3) or data disk (D6, D7), in the unit given',
      args: factorsOf(TTA_DISK_FACTORS, ', in any unit of size'),
      example: { D1: 10_240, D2: 4096, D3: 16_384, D8: 1.3 },
    },
    async (args) => (await import('../../../models/standard/tta-disk.ts')).ttaDisk(args),
  ),
  calcFunction<TtaIopsFactors>(
    {
      name: 'tta-iops',
      about: 'storage IOPS from the tpmC, or from the factors that give it',
      args: {
        tpmC: maybe('either this or O1 with its factors'),
        kind: maybe('online transactions or batch; oltp when left out', ['oltp', 'batch']),
        ...db,
        O1: maybe('transactions per minute; either this or tpmC'),
        weight: dbWeight,
      },
      example: { tpmC: 344_086 },
    },
    async (args) => (await import('../../../models/standard/tta-iops.ts')).ttaIops(args),
  ),
];
