import { describe, expect, it } from 'vitest';
import { reportSeries } from '../../../models/measurement/series/report-series.ts';
import { judge } from '../../../models/verdict/judge.ts';
import type { JudgeInput } from '../../../models/verdict/judge-input.ts';
import type { ReportInput } from '../../../reports/run/input/report-input.ts';
import { renderHtml } from '../../../reports/run/render-html.ts';
import { renderMarkdown } from '../../../reports/run/render-markdown.ts';
import { healthy, inputOf, leaving, log, open, story } from '../../models/verdict/runs.ts';
import { madeReport } from '../made/run.ts';

/** The report of a log that was folded, summarised and judged as a run is. */
function reportOf(input: JudgeInput): ReportInput {
  const { folded, run, configuration, generator, audit } = input;
  const { manifest } = madeReport({ room: configuration.queue !== null });
  return {
    ...{ run, audit, generator, timeZone: 'UTC', verdict: judge(input), series: reportSeries(folded, configuration) },
    manifest: { ...manifest, configuration },
  };
}

/** What a reader sees; units are kept on their line by spaces that do not break. */
const seen = (page: string): string =>
  page
    .replace(/<(script|style|pre)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ');
const BROKEN = /NaN|undefined|Infinity|\[object|\bnull\b/;

describe('the report of a measurement log', () => {
  it('passes a run that kept its limits, with a row for every step and every journey', async () => {
    const people = [
      { journey: 'register-card', ms: 20_000, n: 50 },
      { journey: 'qr-payment', ms: 30_000, n: 50 },
    ];
    const report = reportOf(inputOf(leaving(healthy(), people)));
    const text = renderMarkdown(report);
    expect(text).toMatch(/^## ✓ PASS: All \d+ limits/);
    expect(text).toMatch(/\| Pay \| ✓ PASS \| 6,000 \| 100 \| 0 \| 100 ms \|/);
    expect(text).not.toMatch(BROKEN);
    const page = seen(await renderHtml(report));
    // All of its people were served, which is judged without a limit of its own.
    expect(page).toMatch(/Pay at a shop\s+✓ PASS\s+50 %\s+3,000\s+100\s+30 s/);
    expect(page).not.toMatch(BROKEN);
  });

  it('fails a slow step by its title and shades the seconds it was slow in, without a waiting room', async () => {
    const steps = (s: number) => story(s < 30 ? [] : [{ step: 'pay', ms: 4_000 }]).filter(({ step }) => step !== 'queue-join');
    const report = reportOf(inputOf(log(steps), { configuration: open(), audit: null }));
    expect(renderMarkdown(report)).toMatch(/^## ✗ FAIL: “Pay” took 4\.01 s at p95/);
    const page = await renderHtml(report);
    expect(seen(page)).toContain('Pay was over its p95 limit in 30 s of 60 s.');
    expect(page.match(/"ink":"breach","from":30,"to":60/g)).toHaveLength(1);
    expect(seen(page)).not.toMatch(BROKEN);
  });

  it('shows the times of refusals where every answer was one', async () => {
    const steps = () => story().map((one) => ({ ...one, outcome: 'rejected' as const }));
    const page = seen(await renderHtml(reportOf(inputOf(log(steps), { configuration: open(), audit: null }))));
    expect(page).toContain('Every answer was a refusal or a failure');
    expect(page).toMatch(/Pay\s+✗ FAIL\s+6,000\s+100\s+100\s+100 ms/);
    expect(page).not.toMatch(BROKEN);
  });
});
