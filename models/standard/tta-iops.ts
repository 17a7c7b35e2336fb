import { mustBe } from '../numeric/must-be.ts';
import { Refusal } from '../refusal.ts';
import { type TtaDbFactors, ttaDb } from './tta-db.ts';

/** The tpmC itself, or the factors of table 7-8 that give it. */
export interface TtaIopsFactors extends Partial<TtaDbFactors> {
  readonly tpmC?: number;
  /** Online transactions (usual) or batch. */
  readonly kind?: 'oltp' | 'batch';
}

/** Storage operations per second for each tpmC, table 7-16. */
const IOPS_PER_TPMC = { oltp: 0.03, batch: 0.01 };

/**
 * Storage operations per second by the Korean sizing standard.
 *
 *   0.03 · tpmC for online transactions, 0.01 · tpmC for batch
 *
 * Source: TTAK.KO-10.0292/R3 (2023-12-06), table 7-16.
 * @example ttaIops({ tpmC: 100000 }) // => 3000
 */
export function ttaIops({ tpmC, kind = 'oltp', ...factors }: TtaIopsFactors): number {
  const { O1, ...others } = factors;
  if ((tpmC === undefined) === (O1 === undefined)) {
    throw new Refusal('missing-argument', `tpmC, O1: exactly one must be given, got ${tpmC === undefined ? 'neither' : 'both'}`);
  }
  const rate = tpmC ?? ttaDb({ O1: O1!, ...others });
  mustBe.nonNegative('tpmC', rate);
  return rate * IOPS_PER_TPMC[kind];
}
