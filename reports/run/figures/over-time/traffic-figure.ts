import type { GeneratorHealth } from '../../../../models/results/generator-health.ts';
import { sayNumber } from '../../../../models/words/count.ts';
import type { Figure, Panel } from '../../../charts/figure/figure.ts';
import { compact, valueAt } from '../../../charts/figure/points.ts';
import { amountAxis } from '../../../charts/figure/ticks.ts';
import { bytesUnit } from '../../../format/bytes.ts';
import type { ReportInput } from '../../input/report-input.ts';
import { momentsTable, overTime } from './over-time.ts';
import { stacked } from './stack.ts';

const MOST_POINTS = 500;

/** Answers by class of status, and bytes received and sent, per second. */
export function trafficFigure(report: ReportInput, finding: string): Figure {
  const { statuses } = report.series;
  const { marks, top } = stacked(statuses.classes.map(({ name, line }) => ({ label: name, ink: name, line })));
  const answers: Panel = {
    ...{ title: 'Answers by status', height: 150, y: amountAxis(top, 'answers per second', 'rate', 3), labelled: true, marks },
  };
  const bytes = (['received', 'sent'] as const).flatMap((which) => bytesPanel(report.generator, which));
  return {
    name: 'traffic',
    subtitle: `Answers per second by class of status${bytes.length > 0 ? '; bytes that k6 received and sent, protocol included' : ''}`,
    alt: finding,
    ...overTime(report),
    panels: [answers, ...bytes],
    table: momentsTable(
      report,
      'Answers per second at twenty moments',
      statuses.classes.map(({ name, line }) => [name, (second) => sayNumber(valueAt(line, second))] as const),
    ),
  };
}

/** Bytes are counted since k6 started: their rate is the difference of neighbouring lines. */
function bytesPanel(generator: readonly GeneratorHealth[], which: 'received' | 'sent'): Panel[] {
  const known = generator.flatMap((line) => (line[which] === null ? [] : [{ second: line.second, bytes: line[which] }]));
  if (known.length < 2) return [];
  const each = Math.max(1, Math.ceil(known.length / MOST_POINTS));
  const kept = known.filter((_, index) => index % each === 0);
  const rates = kept.slice(1).map(({ second, bytes }, index): [number, number] => {
    const before = kept[index]!;
    return [before.second, Math.max(0, bytes - before.bytes) / Math.max(1, second - before.second)];
  });
  const { unit, size } = bytesUnit(rates.reduce((most, [, rate]) => Math.max(most, rate), 0));
  const points = rates.map(([second, rate]): [number, number] => [second, compact(rate / size)]);
  const top = points.reduce((most, [, y]) => Math.max(most, y), 0);
  return [
    {
      title: which === 'received' ? 'Received' : 'Sent',
      ...{ height: 80, y: amountAxis(top, `${unit} per second`, 'amount', 3), labelled: false },
      marks: [{ kind: 'area', label: `${unit}/s`, ink: 'waiting', fill: 'waiting-fill', points }],
    },
  ];
}
