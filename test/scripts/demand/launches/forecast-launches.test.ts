import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ForecastDocument } from '../../../../models/results/forecast/forecast.ts';
import { runCli } from '../../run-cli.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const cwd = temporaryFolder();
const SAMPLE = path.resolve('docs/samples/digital-onnuri-launch.json');
const sample = JSON.parse(readFileSync(SAMPLE, 'utf8'));

const written = (name: string, value: unknown): string => {
  const file = path.join(cwd, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};
const refused = async (value: unknown, ...more: string[]) => {
  const { code, stdout, stderr } = await runCli(['forecast', '--events', written('bad.json', value), '--out', 'none', ...more], { cwd });
  expect([code, stdout, existsSync(path.join(cwd, 'none'))]).toEqual([2, '', false]);
  return stderr;
};
const event = (over: Record<string, unknown>) => ({ ...sample, events: [{ ...sample.events[0], ...over }] });

describe('surgeproof forecast --events', () => {
  it('answers without a series: arrivals, crowd, analogues, width, and a document with curves', async () => {
    const run = await runCli(['forecast', '--events', SAMPLE, '--out', 'plain'], { cwd });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toMatch(/arrivals reach [\d.,]+ a second at P50, [\d.,]+ at P90 and [\d.,]+ at P99 when the doors open on/);
    expect(run.stdout).toMatch(/In the queue at once are [\d.,]+ people at P50.* \(P90 and P99: everybody\), with 83 admitted per second/);
    expect(run.stdout).toContain('rail-line-2025 (public, 2025-09-17): 1,050,000 people of 44,000,000 (assumed)');
    expect(run.stdout).toMatch(
      /P90 is [\d.]+ times P50: the 3 events typically lie a factor of [\d.]+ from their middle \(public ones together count as one, so these are worth 2.7\)/,
    );
    expect(run.stdout).toContain('held back');
    expect(run.stdout).toContain('attempts a second');
    const text = readFileSync(path.join(cwd, 'plain', 'forecast.json'), 'utf8');
    const document = JSON.parse(text) as ForecastDocument;
    expect(document.launches?.[0]?.analogues.map(({ origin }) => origin)).toEqual(['own', 'public', 'public']);
    expect(Object.keys(document.curves ?? {})).toEqual(['p50', 'p80', 'p90', 'p95', 'p99']);
    const page = readFileSync(path.join(cwd, 'plain', 'forecast.html'), 'utf8');
    expect(page.match(/data-chart="[^"]+"/g)).toEqual(['data-chart="launch-1-arrivals"', 'data-chart="launch-1-pool"']);
    const again = await runCli(['forecast', '--events', SAMPLE, '--out', 'again', '--json'], { cwd });
    expect(again.stdout).toBe(text);
    expect(readFileSync(path.join(cwd, 'again', 'forecast.html'), 'utf8')).toBe(page);
  });

  it('tells every mistake of a file at once, each with its place and what to write', async () => {
    const said = await refused({
      schema: 'surgeproof/events',
      version: 1,
      events: [
        {
          name: '',
          time: 'soon',
          type: 'lunch',
          window: 'long',
          growth: '1.2',
          populaton: 5,
          analogues: [{ public: 'rail-line-2052', value: -1 }],
        },
      ],
    });
    for (const part of [
      'events[0].name: must have at least 1 character, got ""',
      'events[0].type: must be one of launch, deadline, reopening, got "lunch"; did you mean launch?',
      'events[0].window: must be a length of time such as 90s, 20min, 3h or 2d, got "long"',
      'events[0].growth: must be a number, got "1.2"',
      'events[0]: must not have populaton, which nothing reads',
      'got "rail-line-2052"; did you mean rail-line-2025?',
      'events[0].analogues[0].value: must be above 0, got -1',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('at Object');
  });

  it('refuses what no schema can see', async () => {
    const said = await refused(
      event({
        time: 'tomorrow',
        opening: { hold: '0s', halfLife: '0s' },
        analogues: [
          { public: 'rail-line-2025', value: 3 },
          { name: 'half' },
          { ...sample.events[0].analogues[0], when: 'once', within: '1h' },
          { ...sample.events[0].analogues[0], within: '1h' },
        ],
      }),
    );
    for (const part of [
      'events[0].time: must be a day and a clock such as 2027-03-02T09:00, got tomorrow',
      'opening.halfLife: must be above 0',
      'must be either public or described, got public and value',
      'analogues[1]: must have name, when, value and unit, or the name of a public surge; when, value, unit are missing',
      'analogues[2].when: must be a day such as 2025-03-01',
      'analogues[3].within: must be above 0 and belong to a count of people',
    ])
      expect(said).toContain(part);
    expect(await refused(event({ timeZone: 'Mars/Olympus' }))).toContain('timeZone: must be a zone such as Asia/Seoul, got Mars/Olympus');
    expect(await refused({ ...sample, events: [sample.events[0], sample.events[0]] })).toContain('must be a name no other event has');
    expect(await refused('{')).toContain('must be JSON');
    expect(await refused({ schema: 'surgeproof/forecast', version: 2, events: [] })).toMatch(
      /schema: must be surgeproof\/events.*\n.*version: must be 1/,
    );
  });

  it('never invents a number: without a comparable event it says what is missing', async () => {
    expect(await refused(event({ analogues: [] }))).toContain(
      'without one no number is given; state what came at an earlier event of yours',
    );
    const { population: _, ...unscaled } = sample.events[0];
    expect(await refused({ ...sample, events: [unscaled] })).toContain(
      'population: must be given to compare with rail-line-2025, apartment-line-2024',
    );
    expect(await refused(event({ time: '2025-01-10T00:00' }))).toContain(
      'must be before the event (2025-01-10T00:00), got launch of the merged app',
    );
  });

  it('needs a series or events, and no option that is about a series', async () => {
    const nothing = await runCli(['forecast'], { cwd });
    expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('demand.csv: must be given, got nothing; name a CSV')]);
    expect(await refused(sample, '--as-of', '2026-01-01', '--record')).toMatch(
      /--record: requires a CSV of past demand.*\n--as-of: requires a CSV of past demand/,
    );
    const missing = await runCli(['forecast', '--events', 'nowhere.json'], { cwd });
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('must be a file that can be read, got ENOENT')]);
  });

  it('stands beside the peak of a series, and says what is not part of what', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `${new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10)},${100 + (i % 7)}`);
    const csv = written('demand.csv', `date,visits\n${rows.join('\n')}\n`);
    const run = await runCli(['forecast', csv, '--events', SAMPLE, '--out', 'both', '--calendar', 'none'], { cwd });
    expect(run.code, run.stderr).toBe(0);
    const document = JSON.parse(readFileSync(path.join(cwd, 'both', 'forecast.json'), 'utf8')) as ForecastDocument;
    expect([document.series, document.points.length, document.launches?.length]).toEqual(['visits', 28, 1]);
    const page = readFileSync(path.join(cwd, 'both', 'forecast.html'), 'utf8');
    for (const chart of ['fan', 'launch-1-arrivals', 'launch-1-pool']) expect(page).toContain(`data-chart="${chart}"`);
    expect(run.stdout).toContain('The peak of visits');
    expect(run.stdout).toContain('voucher app, second merger: not included in the peak of the series');
    expect(run.stdout).toContain('arrivals reach');
  });
});
