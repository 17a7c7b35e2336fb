import type { StandardPart, StandardRow, StandardServer } from '../../results/plan/standard-form.ts';
import { TO_FILL } from '../../words/to-fill.ts';
import type { ServerRole } from '../architecture.ts';
import { type Factor, type FactorTable, rangeOf } from '../factor.ts';
import type { StandardGiven, StandardSymbol } from '../standard-given.ts';
import { TTA_CPU_FACTORS, type TtaCpuFactors, ttaCpu } from '../tta-cpu.ts';
import { TTA_DB_FACTORS, type TtaDbFactors, ttaDb } from '../tta-db.ts';
import { TTA_DISK_FACTORS, ttaDisk } from '../tta-disk.ts';
import { ttaIops } from '../tta-iops.ts';
import { TTA_MEMORY_FACTORS, ttaMemory } from '../tta-memory.ts';
import { type FormPeak, groundedValue } from './grounds.ts';

/** What a kind of server is filled in from. */
export interface ServerInputs {
  readonly role: ServerRole;
  /** Factors of this kind of server before those of all. */
  readonly given: StandardGiven;
  readonly peak: FormPeak;
  /** Number of servers, those of them that carry the peak when the spare ones are lost, and where it is from; null when the plan does not know it. */
  readonly planned: { readonly count: number; readonly carrying: number; readonly ground: string; readonly method: string } | null;
}

const PARTS = {
  cpu: ['CPU', 'CPU', 'S1·S2·S3·S4·S5·S6·S7·S8·S9 / (S10·S11)', 'max-jOPS'],
  db: ['CPU(OLTP)', 'CPU (OLTP)', 'O1·O2·O3·O4·O5·O6·O7·O8·O9 / O10', 'tpmC'],
  memory: ['메모리', 'memory', '(M1 + M2·M3 + M5)·M4·M6', 'MB'],
  'system-disk': ['시스템 디스크', 'system disk', '(D1 + D2 + D3)·D4·D5·D8', 'MB'],
  'data-disk': ['데이터 디스크', 'data disk', '(D6 + D7)·D4·D5·D8', 'MB'],
  iops: ['스토리지 IOPS(OLTP)', 'storage IOPS (OLTP)', '0.03 × tpmC', 'IOPS'],
} as const;

/** The form states sizes in MB, as the appendix does. */
const SIZES: ReadonlySet<string> = new Set(['M1', 'M2', 'M5', 'D1', 'D2', 'D3', 'D6', 'D7']);

/** A kind of server with all its parts: CPU, memory and system disk, and for a database also data disk and IOPS. */
export function formServer(inputs: ServerInputs): StandardServer {
  const { role, planned } = inputs;
  const bought = inputs.given[role.key]?.servers;
  const count = bought ?? planned?.count ?? null;
  const carrying = bought ?? planned?.carrying ?? null;
  const spare = count !== null && carrying !== null && count > carrying ? ` (예비 ${count - carrying}대 제외)` : '';
  const by = carrying === null ? '서버 수' : `서버 ${carrying.toLocaleString('en')}대${spare}`;
  const own = role.formula === 'cpu' ? cpuPart(inputs) : dbPart(inputs);
  const share = own.result === null || carrying === null ? null : own.result / carrying;
  const cpu = { ...own, perServer: { value: share, ground: `산정 결과 / ${by}` } };
  return {
    name: role.name,
    count,
    countGround: bought === undefined ? (planned?.ground ?? `${TO_FILL} 서버 수`) : '사업자 적용값 (정책 파일)',
    method: bought === undefined ? (planned?.method ?? null) : null,
    model: inputs.given[role.key]?.model ?? null,
    parts: [
      cpu,
      memoryPart(inputs, carrying, by),
      diskPart('system-disk', ['D1', 'D2', 'D3', 'D4', 'D5', 'D8'], inputs),
      ...(role.formula === 'db' ? [diskPart('data-disk', ['D6', 'D7', 'D4', 'D5', 'D8'], inputs), iopsPart(cpu.result)] : []),
    ],
  };
}

function cpuPart(inputs: ServerInputs): StandardPart {
  const { weight } = inputs.role;
  return part('cpu', rowsOf(TTA_CPU_FACTORS, inputs), (values: TtaCpuFactors) => ttaCpu({ ...values, weight }), weight);
}

function dbPart(inputs: ServerInputs): StandardPart {
  const { weight } = inputs.role;
  return part('db', rowsOf(TTA_DB_FACTORS, inputs), (values: TtaDbFactors) => ttaDb({ ...values, weight }), weight);
}

/** One server holds its share of the users; the areas of system and middleware are on each. */
function memoryPart(inputs: ServerInputs, carrying: number | null, by: string): StandardPart {
  const rows = rowsOf(TTA_MEMORY_FACTORS, inputs);
  const shared = rows.map((row) =>
    row.symbol === 'M3' && row.value !== null && carrying !== null ? { ...row, value: row.value / carrying } : row,
  );
  const value = carrying === null ? null : part('memory', shared, ttaMemory).result;
  return { ...part('memory', rows, ttaMemory), perServer: { value, ground: `(M1 + M2·M3/n + M5)·M4·M6, n = ${by}` } };
}

function diskPart(item: 'system-disk' | 'data-disk', symbols: readonly StandardSymbol[], inputs: ServerInputs): StandardPart {
  const table = Object.fromEntries(Object.entries(TTA_DISK_FACTORS).filter(([symbol]) => symbols.includes(symbol as StandardSymbol)));
  return part(item, rowsOf(table, inputs), ttaDisk);
}

const iopsPart = (tpmC: number | null): StandardPart => ({
  ...part('iops', [], () => 0),
  result: tpmC === null ? null : ttaIops({ tpmC }),
});

function rowsOf(table: FactorTable<string>, { role, given, peak }: ServerInputs): StandardRow[] {
  return Object.values(table).map((factor) => {
    const { korean, english } = labelled(factor);
    return { symbol: factor.symbol, korean, english, range: rangeOf(factor), ...groundedValue(factor, role, given, peak) };
  });
}

function labelled({ symbol, korean, english }: Factor): { korean: string; english: string } {
  const unit = SIZES.has(symbol) ? ' (MB)' : '';
  return { korean: korean + unit, english: english + unit };
}

/** A part with its result, which stays open while a row is. */
function part<Given extends object>(
  item: StandardPart['item'],
  rows: readonly StandardRow[],
  formula: (values: Given) => number,
  weight = 1,
): StandardPart {
  const [korean, english, text, unit] = PARTS[item];
  const open = rows.some(({ value }) => value === null);
  const values = Object.fromEntries(rows.map(({ symbol, value }) => [symbol, value])) as Given;
  const weighted = weight === 1 ? text : `${text} × ${weight} (표 6-7 아키텍처 가중치)`;
  return { item, title: { korean, english }, formula: weighted, rows, result: open ? null : formula(values), perServer: null, unit };
}
