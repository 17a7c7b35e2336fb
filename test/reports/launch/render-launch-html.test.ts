import { beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_SURGES } from '../../../models/demand/launch/analogues/public-surges.ts';
import { renderForecastHtml } from '../../../reports/forecast/render-forecast-html.ts';
import { renderLaunchHtml } from '../../../reports/launch/render-launch-html.ts';
import { analogue, launch, quantity } from '../../models/demand/launch/made-event.ts';
import { madeForecast } from '../made-forecast.ts';
import { madeLaunches } from '../made-launch.ts';

const seen = (page: string): string => page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
const charts = (page: string) => [...page.matchAll(/data-chart="([\w-]+)"/g)].map((found) => found[1]);
const OWN = [analogue(50_000), analogue(90_000)];
const admissions = { ...quantity(83), unit: 'people per second' };

describe('announced events as HTML', () => {
  let good = '';
  const report = madeLaunches([launch(OWN, { name: 'merger', admissions })]);
  beforeAll(async () => {
    good = await renderLaunchHtml(report);
  });

  it('answers first, and has no section of a series', () => {
    const ids = [...good.matchAll(/<section id="([\w-]+)"/g)].map((found) => found[1]);
    expect(ids).toEqual(['launch-1']);
    expect(charts(good)).toEqual(['launch-1-arrivals', 'launch-1-pool']);
    expect(seen(good)).toMatch(
      /merger: [\d.,]+ arrivals a second at P90 \(P50 [\d.,]+, P99 [\d.,]+\) when the doors open on Tuesday, 2 Mar 2027/,
    );
    expect(seen(good)).toMatch(
      /merger: arrivals reach [\d.,]+ a second at P50, .* 09:00 \(Asia\/Seoul\); 67,100 people come within 10\sh at P50/,
    );
    expect(good).not.toMatch(/(src|href)="(?!data:|#)| style="| on\w+="/);
  });

  it('says why it is so wide, and what each comparable event adds', () => {
    expect(seen(good)).toMatch(/P90 is [\d.]+ times P50: the 2 events typically lie a factor of 1\.52 from their middle/);
    expect(seen(good)).toMatch(/event of 50000 \(your own\)\s+2025‑03‑01\s+50,000 \(stated: made\)\s+not used\s+50,000\s+50 %/);
  });

  it('gives the kind and the source of every number, and the command that rehearses it', () => {
    expect(seen(good)).toMatch(/admissions\s+83 people per second\s+stated\s+made/);
    expect(seen(good)).toMatch(/half life\s+16\.7 % of the window until the rate has halved\s+derived/);
    expect(good).toContain('<pre>npx surgeproof rehearse ./your.surge.ts --forecast forecast.json --quantile p95</pre>');
  });

  it('draws the queue only where an admission rate is given', async () => {
    const figures = async (over: object) => {
      const page = await renderLaunchHtml(madeLaunches([launch(OWN, over)]));
      const island = JSON.parse(/id="report-data">(.*?)<\/script>/s.exec(page)![1]!);
      return island.figures[0].panels.map(({ title }: { title: string }) => title);
    };
    expect(await figures({ admissions })).toEqual(['Arrivals', 'In the queue']);
    expect(await figures({})).toEqual(['Arrivals']);
  });

  it.each([
    ['a deadline', launch(OWN, { type: 'deadline', admissions })],
    ['an adoption of four weeks', launch(OWN, { window: 28 * 86_400, adoption: { innovation: 0.03, imitation: 0.38, period: 86_400 } })],
    ['a minute', launch([analogue(3, { measure: 'arrivals/s' })], { window: 60, timeZone: 'America/New_York' })],
    ['a hundred millions', launch([analogue(1e8)], { admissions })],
    ['hardly anybody', launch([analogue(0.01)], { admissions })],
    ['as many admitted as arrive', launch(OWN, { admissions: { ...admissions, value: 1e6 } })],
    ['a dozen events', launch(Array.from({ length: 12 }, (_, i) => analogue(1_000 * (i + 1))))],
    [
      'a reopening with all that can be said, compared with public surges',
      launch(
        Object.values(PUBLIC_SURGES).flatMap((one) =>
          one.population === null ? [] : [analogue(0, { ...one, measure: 'people', origin: 'public' })],
        ),
        {
          type: 'reopening',
          ...{ population: quantity(5_500_000), usual: { ...quantity(3), unit: 'arrivals/s' }, opening: { hold: 600, halfLife: 1_800 } },
          ...{
            closure: { days: 3, usualPerDay: 60_000, returning: 0.5, halfLifeDays: 14 },
            refusal: { refused: 0.3, retries: 0.75, most: 5 },
          },
        },
      ),
    ],
  ])('renders without a broken number, below 1 MB: %s', async (_, event) => {
    const page = await renderLaunchHtml(madeLaunches([event]));
    expect(page.length).toBeLessThan(1_000_000);
    expect(seen(page)).not.toMatch(/NaN|undefined|Infinity|\[object|\bnull\b/);
  });

  it('names the highest of several, and each in the command of its own', async () => {
    const page = await renderLaunchHtml(madeLaunches([launch([analogue(9)], { name: 'low' }), launch(OWN, { name: "high's" })]));
    expect(seen(page)).toMatch(/Of 2 announced events the highest is high&#39;s: /);
    expect(charts(page)).toEqual(['launch-1-arrivals', 'launch-1-pool', 'launch-2-arrivals', 'launch-2-pool']);
    expect(page).toContain('--quantile p95 --event low</pre>');
    expect(page).toContain('--event &#39;high&#39;\\&#39;&#39;s&#39;</pre>');
  });

  it('stands beside a series, after when the peak comes', async () => {
    const page = await renderForecastHtml({ ...madeForecast(), launches: report.launches });
    const ids = [...page.matchAll(/<section id="([\w-]+)"/g)].map((found) => found[1]);
    expect(ids.slice(0, 5)).toEqual(['fan', 'peak', 'calendar', 'launch-1', 'components']);
    expect(charts(page)).toHaveLength(10);
    expect(seen(page)).toContain('Announced: merger: arrivals reach');
  });
});
