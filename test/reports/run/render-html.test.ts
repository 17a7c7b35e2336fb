import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../../reports/run/render-html.ts';
import { type Made, madeReport } from '../made-run.ts';

const EXTREMES: readonly (readonly [name: string, made: Partial<Made>])[] = [
  ['all errors', { allErrors: true }],
  ['one second long', { seconds: 1, people: 40 }],
  ['thirty minutes and 200,000 users', { seconds: 1800, people: 200_000 }],
  ['a step name of 60 characters', { collapses: true, stepName: 'register-card-with-identity-verification-and-a-bank-account1' }],
  ['nothing measured', { empty: true }],
  ['Korean text', { collapses: true, stepName: '카드등록', cause: '서버 점검 중입니다' }],
];

/** The text a reader sees, without scripts, styles and tags. */
const seen = (page: string): string => page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');

describe('report as HTML', () => {
  let good = '';
  beforeAll(async () => {
    good = await renderHtml(madeReport());
  });

  it('has its sections in the order in which a team reads them', async () => {
    const page = good;
    const ids = [...page.matchAll(/<section id="([\w-]+)"/g)].map((found) => found[1]);
    expect(ids).toEqual([
      'trust',
      'budgets',
      'surge',
      'latency',
      'heat',
      'percentiles',
      'errors',
      'announced',
      'fairness',
      'audit',
      'provenance',
    ]);
    expect(page.indexOf('id="summary"')).toBeLessThan(page.indexOf('<section'));
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
    expect(charts).toHaveLength(8);
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
    it(`renders an extreme run below 2 MB without a broken number: ${name}`, async () => {
      const page = await renderHtml(madeReport(made));
      expect(page.length).toBeLessThan(2_000_000);
      expect(seen(page)).not.toMatch(/NaN|undefined|Infinity|\[object/);
      expect(seen(page)).not.toMatch(/\bnull\b/);
    });

  it('says that the ledger was not audited rather than nothing', async () => {
    expect(seen(await renderHtml({ ...madeReport(), audit: null }))).toContain('The ledger was not audited');
  });

  it('prints the kind of each constant beside it', async () => {
    const page = seen(good);
    expect(page).toMatch(/surge\.facts\.waiting\s+40000 people\s+stated\s+press reports/);
    expect(page).toMatch(/budgets\.pay\s+p95 1000\s+assumed\s+table of budgets/);
  });
});
