import type { StandardForm, StandardPart, StandardRow } from '../results/plan/standard-form.ts';
import { type FactorTable, factorValues } from './factor.ts';
import { TTA_CPU_FACTORS, ttaCpu } from './tta-cpu.ts';
import { TTA_DB_FACTORS, ttaDb } from './tta-db.ts';
import { TTA_DISK_FACTORS, ttaDisk } from './tta-disk.ts';
import { ttaIops } from './tta-iops.ts';
import { TTA_MEMORY_FACTORS, ttaMemory } from './tta-memory.ts';

/** Values the form is filled from. */
export interface TtaFormInputs {
  /** Arrivals per second at the peak that is planned for, and how that peak is named. */
  readonly peakRate: number;
  readonly peakName: string;
  readonly nodes: number;
  readonly serversPerNode: number;
  /** Factors a planner chose, by symbol, and `weight` of the architecture for CPU and DB. */
  readonly given: Readonly<Record<string, number>>;
}

/** The form states sizes in MB, as the appendix does. */
const SIZES: ReadonlySet<string> = new Set(['M1', 'M2', 'M5', 'D1', 'D2', 'D3', 'D6', 'D7']);
const APPENDIX_SIZES = { M1: 1536, M2: 2, D1: 10_240, D2: 4096, D3: 16_384, D6: 51_410, D7: 10_240 } as const;

/** Values that follow from the peak, or stand in the appendix of the standard; the peak factors are 1, because S1 and O1 already are the peak. */
function derived({ peakRate, peakName, given }: TtaFormInputs): Record<string, readonly [value: number, ground: string]> {
  const operations = given.S2 ?? 4;
  const users = Math.ceil(peakRate / operations);
  const appendix = (value: number) => [value, 'example of the appendix: replace it by your own'] as const;
  return {
    S1: [users, `derived: ${peakName} / S2`],
    S4: [2, 'WAS, or WEB and WAS together'],
    S6: [1, 'S1 already is the peak: 1.2 to 1.5 would count it twice'],
    S11: [30, 'SPECjbb2015 Composite, general'],
    O1: [Math.ceil(60 * peakRate), `derived: ${peakName} × 60, one transaction an arrival`],
    O3: [1, 'O1 already is the peak: 1.2 to 1.5 would count it twice'],
    M3: [given.S1 ?? users, 'concurrent users, as S1'],
    D8: [1.3, 'RAID 5'],
    ...Object.fromEntries(Object.entries(APPENDIX_SIZES).map(([symbol, value]) => [symbol, appendix(value)])),
  };
}

/**
 * The form of the Korean sizing standard: every factor with its range, the chosen value and its ground, beside what the measurement demands.
 * Used for public projects, which must file it. Warns when the peak is counted twice.
 *
 * Source: TTAK.KO-10.0292/R3 (2023-12-06), tables 6-7, 7-1, 7-8, 7-13, 7-14, 7-16. Refuses factors outside the ranges of the tables, like the formulas it calls.
 */
export function ttaForm(inputs: TtaFormInputs): StandardForm {
  const { weight, ...given } = inputs.given;
  const known = derived({ ...inputs, given });
  const fill = <Symbols extends string>(table: FactorTable<Symbols>): Record<Symbols, number> => {
    const values = Object.fromEntries((Object.keys(table) as Symbols[]).flatMap((symbol) => chosen(symbol, given, known)));
    return factorValues(table, values as Partial<Record<Symbols, number>>);
  };
  const rows = <Symbols extends string>(table: FactorTable<Symbols>, only?: readonly string[]): StandardRow[] => {
    const values = fill(table);
    return (Object.keys(table) as Symbols[])
      .filter((symbol) => only?.includes(symbol) ?? true)
      .map((symbol) => rowOf(table, symbol, { value: values[symbol], ground: groundOf(symbol, given, known) }));
  };
  const weights = weight === undefined ? {} : { weight };
  const [cpu, db] = [fill(TTA_CPU_FACTORS), fill(TTA_DB_FACTORS)];
  const tpmC = ttaDb({ ...db, ...weights });
  const disk = fill(TTA_DISK_FACTORS);
  const { D1, D2, D3, D6, D7, ...shared } = disk;
  const parts: StandardPart[] = [
    part('cpu', rows(TTA_CPU_FACTORS), ttaCpu({ ...cpu, ...weights }), weight),
    part('db', rows(TTA_DB_FACTORS), tpmC, weight),
    part('memory', rows(TTA_MEMORY_FACTORS), ttaMemory(fill(TTA_MEMORY_FACTORS))),
    part('system-disk', rows(TTA_DISK_FACTORS, ['D1', 'D2', 'D3', 'D4', 'D5', 'D8']), ttaDisk({ ...shared, D1, D2, D3 })),
    part('data-disk', rows(TTA_DISK_FACTORS, ['D4', 'D5', 'D6', 'D7', 'D8']), ttaDisk({ ...shared, D6, D7 })),
    part('iops', [], ttaIops({ tpmC })),
  ];
  return { standard: 'TTAK.KO-10.0292/R3 (2023-12-06)', parts, measured: measured(inputs), warnings: warningsOf(inputs, cpu, db, weight) };
}

const PARTS = {
  cpu: ['WEB/WAS CPU', 'WEB and WAS CPU', 'S1·S2·S3·S4·S5·S6·S7·S8·S9 / (S10·S11)', 'max-jOPS'],
  db: ['DB 서버 CPU(OLTP)', 'database CPU (OLTP)', 'O1·O2·O3·O4·O5·O6·O7·O8·O9 / O10', 'tpmC'],
  memory: ['메모리', 'memory', '(M1 + M2·M3 + M5)·M4·M6', 'MB'],
  'system-disk': ['시스템 디스크', 'system disk', '(D1 + D2 + D3)·D4·D5·D8', 'MB'],
  'data-disk': ['데이터 디스크', 'data disk', '(D6 + D7)·D4·D5·D8', 'MB'],
  iops: ['스토리지 IOPS(OLTP)', 'storage IOPS (OLTP)', '0.03 × tpmC', 'IOPS'],
} as const;

function part(item: StandardPart['item'], rows: readonly StandardRow[], result: number, weight = 1): StandardPart {
  const [korean, english, formula, unit] = PARTS[item];
  const weighted = weight === 1 ? formula : `${formula} · ${weight} (architecture weight, table 6-7)`;
  return { item, title: { korean, english }, formula: weighted, rows, result, unit };
}

type Derived = ReturnType<typeof derived>;
type Given = Readonly<Record<string, number>>;

function chosen(symbol: string, given: Given, known: Derived): [string, number][] {
  const value = given[symbol] ?? known[symbol]?.[0];
  return value === undefined ? [] : [[symbol, value]];
}

const groundOf = (symbol: string, given: Given, known: Derived): string =>
  symbol in given ? 'chosen by the planner' : (known[symbol]?.[1] ?? 'usual value of the standard');

function rowOf<Symbols extends string>(
  table: FactorTable<Symbols>,
  symbol: Symbols,
  { value, ground }: { value: number; ground: string },
): StandardRow {
  const { korean, english, low, high } = table[symbol];
  const unit = SIZES.has(symbol) ? ' (MB)' : '';
  return { symbol, korean: korean + unit, english: english + unit, low, high: Number.isFinite(high) ? high : null, value, ground };
}

function measured({ nodes, serversPerNode, peakRate, peakName }: TtaFormInputs): StandardForm['measured'] {
  const servers = nodes * serversPerNode;
  const sentence = `Measured demand: ${nodes} nodes of ${serversPerNode} servers for ${Number(peakRate.toPrecision(4)).toLocaleString('en')} arrivals per second (${peakName}); the standard states CPU as a benchmark figure, so compare it with that figure of the same node.`;
  return { nodes, servers, peakRate, sentence };
}

function warningsOf({ given, peakName }: TtaFormInputs, cpu: { S6: number }, db: { O3: number }, weight = 1): string[] {
  const found: string[] = [];
  const twice = (symbol: 'S6' | 'O3', quantity: 'S1' | 'O1', value: number) => {
    if (value > 1 && given[quantity] === undefined)
      found.push(
        `${symbol} = ${value} counts the peak twice: ${quantity} was derived from the ${peakName}; set ${symbol} to 1, or give ${quantity} of an ordinary hour`,
      );
  };
  twice('S6', 'S1', cpu.S6);
  twice('O3', 'O1', db.O3);
  if (weight !== 1)
    found.push(`the architecture weight ${weight} is applied once, to CPU and tpmC alike; file a tier of its own without it`);
  return found;
}
