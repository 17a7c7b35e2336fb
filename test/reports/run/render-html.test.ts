import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../../reports/run/render-html.ts';
import { type Made, madeReport } from '../made/run.ts';

const EXTREMES: readonly (readonly [name: string, made: Partial<Made>])[] = [
  ['all errors', { allErrors: true }],
  ['404 everywhere', { refused: true, room: false }],
  ['forty steps', { steps: 40, room: false }],
  ['no waiting room', { room: false }],
  ['one second long', { seconds: 1, people: 40 }],
  ['thirty minutes and 200,000 users', { seconds: 1800, people: 200_000 }],
  ['a step name of 60 characters', { collapses: true, stepName: 'register-card-with-identity-verification-and-a-bank-account1' }],
  ['nothing measured', { empty: true }],
  ['Korean text', { collapses: true, stepName: '카드등록', cause: '서버 점검 중입니다' }],
];

/** The text a reader sees, without scripts, styles and tags. */
const seen = (page: string): string => page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');

/** Rendering takes seconds: one page for each run. */
const pages = new Map<string, Promise<string>>();
function pageOf(made: Partial<Made> = {}): Promise<string> {
  const key = JSON.stringify(made);
  const found = pages.get(key) ?? renderHtml(madeReport(made));
  pages.set(key, found);
  return found;
}

describe('report as HTML', () => {
  let good = '';
  beforeAll(async () => {
    good = await pageOf();
  });

  it('has its sections in the order in which a team reads them', async () => {
    const page = good;
    const ids = [...page.matchAll(/<section id="([\w-]+)"/g)].map((found) => found[1]);
    const charts = ['people', 'latency', 'requests', 'heat', 'percentiles', 'traffic', 'errors', 'announced', 'fairness'];
    expect(ids).toEqual(['surge', 'steps', 'trust', 'budgets', ...charts, 'audit', 'assumptions', 'provenance']);
    expect(page.indexOf('id="summary"')).toBeLessThan(page.indexOf('<section'));
  });

  it('says among what makes the run evidence how people in the queue were polled, and nothing of it without a waiting room', async () => {
    const trust = (page: string): string => seen(/<section id="trust"[\s\S]*?<\/section>/.exec(page)![0]).replace(/\s+/g, ' ');
    expect(trust(good)).toContain('People in the queue were polled in TypeScript, since this k6 has no native line');
    expect(trust(await pageOf({ room: false }))).not.toContain('polled');
  });

  it('allows its one script and its one style by hash, and nothing else', async () => {
    const page = good;
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const [style, script] = [/<style>([\s\S]*?)<\/style>/, /<script>([\s\S]*?)<\/script>/].map((pattern) => pattern.exec(page)![1]!);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!.replaceAll('&#39;', "'");
    expect(policy).toContain(`style-src ${hash(style!)};`);
    expect(policy).toContain(`script-src ${hash(script!)};`);
    expect(policy).toContain("default-src 'none';");
    expect(policy).not.toContain('unsafe');
    expect(page).not.toMatch(/ style="| on\w+="/);
  });

  it('names nothing on a network', async () => {
    const page = good;
    expect(page).not.toMatch(/(src|href)="(?!data:|#)/);
    expect(page).not.toMatch(/@import|url\((?!data:)/);
  });

  it('marks latencies of the reference service, and only those', async () => {
    const report = madeReport();
    expect(seen(good)).toContain('Simulated service times');
    expect(seen(await renderHtml({ ...report, run: { ...report.run, simulated: false } }))).not.toContain('Simulated service times');
  });

  it('gives each chart an image, a text alternative that says the finding, and a table', async () => {
    const page = good;
    const charts = page.match(/<figure class="chart"[\s\S]*?<\/figure>/g) ?? [];
    expect(charts).toHaveLength(10);
    for (const chart of charts) {
      expect(chart).toMatch(/<img src="data:image\/png;base64,[^"]+" width="760" height="\d+" alt="[^"]{20,}">/);
      expect(chart).toMatch(/<details><summary>[\s\S]*<table>/);
    }
  });

  it('keeps hostile names as text in content, attributes and the data of the script', async () => {
    const hostile = '</script><script>window.hacked=1</script>';
    const page = await renderHtml(madeReport({ collapses: true, stepName: hostile, cause: '`"><img src=x onerror=alert(1)>' }));
    expect(page).not.toContain('<script>window.hacked');
    expect(page).not.toContain('<img src=x');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).toContain('&lt;/script&gt;&lt;script&gt;');
  });

  for (const [name, made] of EXTREMES)
    it(`renders an extreme run without a broken number, a charts page not above 2 MB: ${name}`, async () => {
      const page = await pageOf(made);
      // Forty steps are four pages of charts.
      expect(page.length).toBeLessThan(name === 'forty steps' ? 3_000_000 : 2_000_000);
      expect(seen(page)).not.toMatch(/NaN|undefined|Infinity|\[object/);
      // The configuration is JSON, where null is a value.
      expect(seen(page.replace(/<pre>[\s\S]*?<\/pre>/g, ''))).not.toMatch(/\bnull\b/);
    });

  it('has no sections of a queue or an audit where there was none, and says so of the audit', async () => {
    const page = await pageOf({ room: false });
    expect(page).not.toMatch(/<section id="(announced|fairness|audit)"/);
    expect(seen(page)).toContain('The books of the service were not checked');
    expect(seen(page)).not.toMatch(/Admitted|Left the queue/);
  });

  it('has a row for every step with its times, its limit and its verdict, and its variants below', () => {
    const table = /<caption>Every step<\/caption>[\s\S]*?<\/table>/.exec(good)![0];
    const rows = [...table.matchAll(/<tr>[\s\S]*?<\/tr>/g)].map(([row]) => seen(row).replace(/\s+/g, ' ').trim());
    expect(rows[0]).toBe('step verdict requests per second failed, % p50 p90 p95 p99 max limit');
    expect(rows).toContain('Log in login ✓ PASS 41,300 142 0.00969 252 ms 449 ms 529 ms 718 ms 1.51 s p95 ≤ 1.5 s');
    expect(rows[rows.findIndex((row) => row.startsWith('Log in')) + 1]).toMatch(/^carrier: SKT – 13,767 47.5 0 252 ms/);
    expect(seen(good)).toMatch(/Pay by QR\s+–\s+30 %\s+12,390\s+100\s+87 s/);
  });

  it('shows the times of refusals in grey where nothing else was answered', async () => {
    const page = await pageOf({ refused: true, room: false });
    expect(page).toContain('<td class="few">5.76 ms</td>');
    expect(seen(page)).toContain('no answer was as expected');
  });

  it('shades no step that kept its limit', async () => {
    const spans = (page: string): number => page.match(/"ink":"breach"/g)?.length ?? 0;
    expect(spans(good)).toBe(0);
    expect(spans(await pageOf({ collapses: true }))).toBe(1);
  });

  it('says every time of day in the zone of the reader', async () => {
    const page = seen(await renderHtml({ ...madeReport(), timeZone: 'America/Los_Angeles' }));
    expect(page).toContain('2026-11-21 (Sat) 17:00:00 America/Los_Angeles');
    expect(page).not.toMatch(/KST|Seoul|10:00:00/);
  });

  it('lists what was assumed, and the kind of each constant beside it', () => {
    const page = seen(good);
    expect(page).toMatch(/steps\.pay\.p50\s+250 ms/);
    expect(page).toMatch(/facts\.waiting\s+40,000 people\s+stated\s+press reports/);
    expect(page).toMatch(
      /budgets\.steps\.pay\s+p50 250 ms, p95 1 s, p99 3 s, errorShare 0\.5 %, stretch 10 s, burst 5 s, minSamples 200\s+assumed\s+table of budgets/,
    );
  });

  it('can be repeated by pasting its command', () =>
    expect(seen(good)).toContain('npx surgeproof rehearse ./spring-sale.surge.ts --profile lab --seed 1'));
});
