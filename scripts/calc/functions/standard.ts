import type { TtaCpuFactors } from '../../../models/standard/tta-cpu.ts';
import type { TtaDbFactors } from '../../../models/standard/tta-db.ts';
import type { TtaDiskFactors } from '../../../models/standard/tta-disk.ts';
import type { TtaIopsFactors } from '../../../models/standard/tta-iops.ts';
import type { TtaMemoryFactors } from '../../../models/standard/tta-memory.ts';
import { maybe, needed } from '../argument-spec.ts';
import { type CalcFunction, calcFunction } from '../calc-function.ts';

const [must, may] = [needed(), maybe()];

/** The Korean sizing standard TTAK.KO-10.0292, by the symbols of its tables. */
export const standardFunctions: readonly CalcFunction[] = [
  calcFunction<TtaCpuFactors>(
    'tta-cpu',
    'max-jOPS of web and application servers',
    { S1: must, S2: may, S3: may, S4: must, S5: may, S6: may, S7: may, S8: may, S9: may, S10: may, S11: must, weight: may },
    async (args) => (await import('../../../models/standard/tta-cpu.ts')).ttaCpu(args),
  ),
  calcFunction<TtaDbFactors>(
    'tta-db',
    'tpmC of database servers',
    { O1: must, O2: may, O3: may, O4: may, O5: may, O6: may, O7: may, O8: may, O9: may, O10: may, weight: may },
    async (args) => (await import('../../../models/standard/tta-db.ts')).ttaDb(args),
  ),
  calcFunction<TtaMemoryFactors>(
    'tta-memory',
    'memory of a server, in the unit of M1',
    { M1: must, M2: must, M3: must, M4: may, M5: may, M6: may },
    async (args) => (await import('../../../models/standard/tta-memory.ts')).ttaMemory(args),
  ),
  calcFunction<TtaDiskFactors>(
    'tta-disk',
    'system disk (D1 to D3) or data disk (D6, D7), in the unit given',
    { D1: may, D2: may, D3: may, D4: may, D5: may, D6: may, D7: may, D8: may },
    async (args) => (await import('../../../models/standard/tta-disk.ts')).ttaDisk(args),
  ),
  calcFunction<TtaIopsFactors>(
    'tta-iops',
    'storage IOPS from the tpmC, or from the factors that give it',
    {
      tpmC: may,
      kind: maybe(['oltp', 'batch']),
      O1: may,
      O2: may,
      O3: may,
      O4: may,
      O5: may,
      O6: may,
      O7: may,
      O8: may,
      O9: may,
      O10: may,
      weight: may,
    },
    async (args) => (await import('../../../models/standard/tta-iops.ts')).ttaIops(args),
  ),
];
