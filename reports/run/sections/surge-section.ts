import { duration } from '../../format/duration.ts';
import { html } from '../../format/html.ts';
import { whole } from '../../format/number.ts';
import { figureHtml } from '../../html/figure.ts';
import type { Section } from '../../html/section.ts';
import { factsHtml } from '../../html/table.ts';
import type { DrawnFigure } from '../figures/draw-run-figures.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../report-input.ts';

/** Arrivals, the line and admissions, and where every user ended. */
export function surgeSection({ run }: ReportInput, findings: Findings, drawn: readonly DrawnFigure[]): Section {
  const { users, queue } = run;
  const facts = factsHtml([
    ['Arrived', whole(users.arrived)],
    ['Finished', whole(users.finished)],
    ['Gave up', whole(users.gaveUp)],
    ['Failed', whole(users.failed)],
    ['Still inside at the end', whole(users.waiting)],
    ['Joined the line', whole(queue.joined)],
    ['Admitted', whole(queue.admitted)],
    ['Left the line', whole(queue.abandoned)],
    ['Places lost', whole(queue.lostPlaces)],
    ['Wait, p50', duration(queue.wait.p50)],
    ['Wait, p99', duration(queue.wait.p99)],
  ]);
  return { id: 'surge', name: 'The surge', finding: findings.surge, body: html`${figureHtml(drawn, 'surge')}${facts}` };
}
