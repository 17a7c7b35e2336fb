import { duration } from '../../format/duration.ts';
import { html } from '../../format/html.ts';
import { percent, threeDigits, whole } from '../../format/number.ts';
import { figureHtml } from '../../html/figure.ts';
import type { Section } from '../../html/section.ts';
import { factsHtml } from '../../html/table.ts';
import type { DrawnFigure } from '../figures/draw-run-figures.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../report-input.ts';
import { criteriaHtml } from './criteria.ts';

/** Whether the generator, rather than the target, was the limit. */
export function trustSection({ run, verdict }: ReportInput, findings: Findings, drawn: readonly DrawnFigure[]): Section {
  const { arrivals, generator } = run;
  const facts = factsHtml([
    ['Arrivals scheduled', whole(arrivals.scheduled)],
    ['Arrivals started', whole(arrivals.started)],
    ['Started within 25 ms of their time', percent(arrivals.onTimeShare)],
    ['Start lag, p99', duration(arrivals.startLag.p99)],
    ['Event-loop lag, p99', duration(generator.loopLagP99)],
    ['Processor of the generator, highest second', `${threeDigits(generator.cpuMax)} cores`],
    ['Memory of the generator, highest', `${threeDigits(generator.memoryMaxMiB)} MiB`],
    ['Seconds without a line of every VU', whole(generator.silentSeconds)],
  ]);
  const body = html`${criteriaHtml('Validity checks', verdict.validity)}${facts}${figureHtml(drawn, 'generator')}`;
  return { id: 'trust', name: 'Can you trust this run?', finding: findings.trust, body };
}
