import { sayCount, sayNumber } from '../../../../models/words/count.ts';
import type { Figure } from '../../../charts/figure/figure.ts';
import type { Ink } from '../../../charts/figure/ink.ts';
import { valueAt } from '../../../charts/figure/points.ts';
import { amountAxis } from '../../../charts/figure/ticks.ts';
import type { ReportInput } from '../../input/report-input.ts';
import { momentsTable, overTime } from './over-time.ts';
import { stacked } from './stack.ts';

const INKS: readonly Ink[] = ['system', 'third party', 'unclear', 'script', 'client environment'];

/** Failed requests per second, stacked by where the cause lies. */
export function errorsFigure(report: ReportInput, finding: string): Figure {
  const owners = report.series.errors.owners.filter(({ total }) => total > 0);
  const { marks, top } = stacked(
    owners.map(({ owner, line }) => ({ label: owner, ink: INKS.find((one) => one === owner) ?? 'muted', line })),
  );
  const table = momentsTable(
    report,
    'Failed requests per second at twenty moments, and in total',
    owners.map(({ owner, line }) => [owner, (second) => sayNumber(valueAt(line, second))] as const),
  );
  return {
    name: 'errors',
    subtitle: 'Failed requests per second, stacked by where the cause lies',
    alt: finding,
    ...overTime(report),
    panels: [{ title: 'Failed requests', height: 150, y: amountAxis(top, 'requests per second', 'rate', 3), labelled: true, marks }],
    table: { ...table, rows: [...table.rows, ['in total', '', ...owners.map(({ total }) => sayCount(total))]] },
  };
}
