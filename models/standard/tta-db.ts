import { architectureWeight } from './architecture.ts';
import { type FactorTable, factorChain, factorValues, quantity, ranged } from './factor.ts';

export type DbSymbol = 'O1' | 'O2' | 'O3' | 'O4' | 'O5' | 'O6' | 'O7' | 'O8' | 'O9' | 'O10';

/** By the symbols of table 7-8; those left out take their usual value. */
export interface TtaDbFactors extends Partial<Record<DbSymbol, number>> {
  readonly O1: number;
  /** 1.7 for WAS and DB on one machine, 2.1 for all (table 6-7), else 1. */
  readonly weight?: number;
}

/**
 * Table 7-8. O3: 1.5 a peak at one time of one day, 1.4 a day of load, 1.3 a fixed time of the day or week, 1.2 little difference. O6: 1.3–1.5 little batch work beside the online load, 1.6–1.8 some, 1.9–2.2 much.
 */
export const TTA_DB_FACTORS: FactorTable<DbSymbol> = {
  O1: quantity('O1', '분당 트랜잭션 수', 'transactions per minute'),
  O2: ranged('O2', '기본 tpmC 보정', 'basic tpmC correction', [5, 5], 5),
  O3: ranged('O3', '피크 타임 부하 보정', 'peak time load', [1.2, 1.5], 1.3),
  O4: ranged('O4', '데이터베이스 크기 보정', 'database size', [1.5, 2], 1.7),
  O5: ranged('O5', '애플리케이션 구조 보정', 'application structure', [1.1, 1.5], 1.2),
  O6: ranged('O6', '애플리케이션 부하 보정', 'application load', [1.3, 2.2], 1.7),
  O7: ranged('O7', '연계 부하 보정', 'linkage load', [1, 1.2], 1.1),
  O8: ranged('O8', '클러스터 보정', 'cluster', [1, 1.5], 1),
  O9: ranged('O9', '시스템 여유율', 'headroom', [1.3, 1.3], 1.3),
  O10: ranged('O10', '목표 CPU 사용률', 'target CPU utilisation', [0.7, 0.7], 0.7),
};

/**
 * CPU of a database server by the Korean sizing standard, in tpmC.
 * Used for the form that public projects file, beside what the measurement demands.
 *
 *   O1·O2·O3·O4·O5·O6·O7·O8·O9/O10 · weight
 *
 * With the usual factors 46 times the transactions per minute.
 * Source: TTAK.KO-10.0292/R3 (2023-12-06), table 7-8. Valid for: OLTP databases.
 * @example ttaDb({ O1: 7472 }) // => 344086.2405
 */
export function ttaDb({ weight, ...given }: TtaDbFactors): number {
  return factorChain(factorValues(TTA_DB_FACTORS, given), ['O10']) * architectureWeight('db', weight);
}
