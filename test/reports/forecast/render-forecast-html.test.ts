import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPredictions } from '../../../models/demand/ledger/check-predictions.ts';
import type { PredictionClaim } from '../../../models/results/forecast/prediction-check.ts';
import { renderCheckHtml } from '../../../reports/check/render-check-html.ts';
import { renderForecastHtml } from '../../../reports/forecast/render-forecast-html.ts';
import { renderLaunchHtml } from '../../../reports/launch/render-launch-html.ts';
import { analogue, launch } from '../../models/demand/launch/made-event.ts';
import { type Chromium, startChromium } from '../chromium.ts';
import { madeForecast } from '../made-forecast.ts';
import { madeLaunches } from '../made-launch.ts';

const HOSTILE = '</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2> 방문자';
const seen = (page: string): string => page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
const claim = (from: string, to: string): PredictionClaim => ({
  series: HOSTILE,
  unit: '',
  asOf: '2026-01-01',
  window: { from, to },
  daily: 'sum',
  quantiles: { p50: 10, p80: 11, p90: 12, p95: 13, p99: 14 },
});

describe('forecast as HTML', () => {
  let good = '';
  beforeAll(async () => {
    good = await renderForecastHtml(madeForecast());
  });

  it('answers first, then shows the evidence in the order of the questions', () => {
    const ids = [...good.matchAll(/<section id="([\w-]+)"/g)].map((found) => found[1]);
    expect(ids).toEqual(['fan', 'peak', 'calendar', 'components', 'week', 'holidays', 'backtest', 'calibration', 'method']);
    const text = seen(good);
    expect(text).toMatch(/The peak of visits from Monday, 25 May 2026 to Sunday, 21 Jun 2026 will be [\d,]+\s+people at P50/);
    expect(text).toMatch(/In [012] of 2 forecasts of the past the peak stayed at or below P90/);
    expect(good.indexOf('id="summary"')).toBeLessThan(good.indexOf('<section'));
  });

  it('gives each chart an image, a text alternative and a table, and names nothing on a network', () => {
    const charts = good.match(/<figure class="chart"[\s\S]*?<\/figure>/g) ?? [];
    expect(charts).toHaveLength(8);
    for (const chart of charts) {
      expect(chart).toMatch(/<img src="data:image\/png;base64,[^"]+" width="760" height="\d+" alt="[^"]{20,}">/);
      expect(chart).toMatch(/<details><summary>[\s\S]*<table>/);
    }
    expect(good).not.toMatch(/(src|href)="(?!data:|#)/);
    expect(good).not.toMatch(/ style="| on\w+="/);
  });

  for (const [name, wanted] of [
    ['a short history that no past forecast fits into', { days: 60, horizon: 14 }],
    ['half a year ahead', { days: 500, horizon: 180, origins: 1 }],
    ['hours of days', { days: 120, hourly: 'finer' }],
    ['hours', { days: 40, hourly: 'hours', horizon: 48 }],
    ['a hundred million a day', { level: 1e8 }],
    ['hardly anything a day, without a unit', { level: 0.004, unit: '' }],
    ['Seollal in the window', { end: 20486, days: 800, origins: 1 }],
  ] as const)
    it(`renders without a broken number, below 2 MB: ${name}`, async () => {
      const page = await renderForecastHtml(madeForecast(wanted));
      expect(page.length).toBeLessThan(2_000_000);
      expect(seen(page)).not.toMatch(/NaN|undefined|Infinity|\[object|\bnull\b/);
    });

  it('shows the range of past Seollals beside what is expected of the next', async () => {
    const report = madeForecast({ end: 20486, days: 800, origins: 0 });
    // 2026-02-17 is Seollal (the gazette); 800 days hold those of 2024 and 2025.
    const seollal = report.holidays.find(({ name }) => name === 'seollal')!;
    expect(seollal.day).toBe(20501);
    expect(seollal.offsets.find(({ offset }) => offset === 0)!.seen!.occurrences).toBe(2);
    expect(seen(await renderForecastHtml(report))).toMatch(/Seollal\s+Tue 2026-02-17\s+day 0/);
  });

  it('names the holiday that drives the peak by its distance', async () => {
    const drivers = [{ kind: 'holiday', name: 'seollal', offset: -2, factor: 1.5 } as const, { kind: 'weekday', factor: 0.99 } as const];
    const page = seen(await renderForecastHtml({ ...madeForecast({ end: 20486, days: 800, origins: 0 }), drivers }));
    expect(page).toMatch(/What makes the likeliest day, against a usual one: 2 days before Seollal \+50\s%\./);
  });

  it('shows the peak day by hour when hours are known', async () => {
    const page = await renderForecastHtml(madeForecast({ days: 120, hourly: 'finer' }));
    expect(page).toContain('data-chart="peak-day"');
    expect(seen(page)).toMatch(
      /The busiest hour of the peak day, around \d+:00, is [\d,.]+ at P50, [\d,.]+ at P90 and [\d,.]+ at P99; its busiest second [\d,.]+ at P50/,
    );
  });

  describe('in Chromium', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'surgeproof-forecast-page-'));
    let browser: Chromium;
    beforeAll(async () => {
      browser = await startChromium();
      writeFileSync(path.join(folder, 'good.html'), good);
      writeFileSync(path.join(folder, 'hostile.html'), await renderForecastHtml(madeForecast({ name: HOSTILE, unit: HOSTILE })));
      const announced = madeLaunches([
        launch([analogue(5), analogue(90_000, { name: HOSTILE })], { name: HOSTILE }),
        launch([analogue(7)]),
      ]);
      writeFileSync(path.join(folder, 'launches.html'), await renderLaunchHtml(announced));
      const series = { step: 'day', first: 20454, values: new Float64Array(20).fill(11.5) } as const;
      const check = checkPredictions(HOSTILE, series, [claim('2026-01-02', '2026-01-05'), claim('2026-01-06', '2026-03-01')]);
      writeFileSync(path.join(folder, 'check.html'), await renderCheckHtml(check, `${HOSTILE}.`));
    });
    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });

    for (const [name, charts] of [
      ['good', 8],
      ['hostile', 8],
      ['launches', 4],
      ['check', 1],
    ] as const)
      it(`draws every chart without a message, a request, a hostile script or a sideways scroll: ${name}`, async () => {
        const context = await browser.open({ viewport: { width: 400, height: 800 } });
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('request', (request) => {
          if (!/^(file|data):/.test(request.url())) complaints.push(request.url());
        });
        await page.goto(pathToFileURL(path.join(folder, `${name}.html`)).href);
        await page.waitForSelector('html[data-charts]');
        expect(await page.locator('.drawn canvas').count()).toBe(charts);
        expect(await page.evaluate("'hacked' in window")).toBe(false);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400);
        expect(complaints).toEqual([]);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('canvas:visible').count()).toBe(0);
        expect(await page.locator('figure.chart img:visible').count()).toBe(charts);
        await context.close();
      });
  });
});

describe('check of claims as HTML', () => {
  it('says how many held, and draws the calibration only when something is over', async () => {
    const check = checkPredictions('n', { step: 'day', first: 20454, values: new Float64Array(3) }, [claim('2026-01-02', '2026-02-05')]);
    const page = await renderCheckHtml(check, 'Nothing to do.');
    expect(seen(page)).toContain('Nothing can be judged yet');
    expect(seen(page)).toContain('not over');
    expect(page).not.toContain('<figure');
  });
});
