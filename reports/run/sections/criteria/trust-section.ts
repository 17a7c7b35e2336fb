import { sayCount, sayNumber } from '../../../../models/words/count.ts';
import { sayTime } from '../../../../models/words/duration.ts';
import { sayPolling } from '../../../../models/words/polling.ts';
import { sayShare } from '../../../../models/words/share.ts';
import type { DrawnFigure } from '../../../charts/png/draw-figures.ts';
import { html } from '../../../format/html.ts';
import { figureHtml } from '../../../html/figure-html.ts';
import type { Section } from '../../../html/page-section.ts';
import { factsHtml } from '../../../html/table.ts';
import type { Findings } from '../../findings/findings.ts';
import type { ReportInput } from '../../input/report-input.ts';
import { criteriaHtml } from './criteria.ts';

/** Whether the load generator, rather than the target, was the limit. */
export function trustSection({ run, verdict, manifest }: ReportInput, findings: Findings, drawn: readonly DrawnFigure[]): Section {
  const { arrivals, generator } = run;
  const { polling } = manifest;
  const facts = factsHtml([
    ['Arrivals scheduled', sayCount(arrivals.scheduled)],
    ['Arrivals started', sayCount(arrivals.started)],
    ['Started within 25 ms of their time', sayShare(arrivals.onTimeShare)],
    ['Delay of starts, p99', sayTime(arrivals.startLag.p99)],
    ['Delay of the event loop, p99', sayTime(generator.loopLagP99)],
    ['Processor, mean of the run', `${sayNumber(generator.cpuMean)} cores`],
    ['Processor, highest second', `${sayNumber(generator.cpuMax)} cores`],
    ['Memory, highest', `${sayNumber(generator.memoryMaxMiB)} MiB`],
    ...(polling === undefined ? [] : [['People in the queue were polled', sayPolling(polling)] as const]),
  ]);
  const body = html`${criteriaHtml('Checks of the load generator and the target', verdict.validity)}${facts}${figureHtml(drawn, 'generator')}`;
  return { id: 'trust', name: 'Can this run be trusted?', finding: findings.trust, body };
}
