import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ManifestFile } from '../../models/results/manifest.ts';
import { arrivalCurve } from '../../models/workload/arrivals/curves/from-spec.ts';
import { k6AtHand, PATIENCE, readJson, runOf, SHORT, startRehearsal } from './rehearsal.ts';
import { runCli } from './run-cli.ts';
import { temporaryFolder } from './temporary-folder.ts';

k6AtHand();
const cwd = temporaryFolder();
const forecast = join(cwd, 'forecast.json');
const document = () => JSON.parse(readFileSync(forecast, 'utf8'));

beforeAll(async () => {
  const events = resolve('docs/samples/digital-onnuri-launch.json');
  const { code, stderr } = await runCli(['forecast', '--events', events, '--out', cwd], { cwd });
  expect([code, stderr]).toEqual([0, '']);
});

const refused = async (...args: string[]) => {
  const { code, stderr } = await runCli(['rehearse', 'onnuri-launch', '--out', 'none', ...args], { cwd });
  expect([code, existsSync(join(cwd, 'none'))], stderr).toEqual([2, false]);
  return stderr;
};
const variant = (name: string, change: Record<string, unknown>): string => {
  const file = join(cwd, name);
  writeFileSync(file, JSON.stringify({ ...document(), ...change }));
  return file;
};

describe.concurrent('surgeproof rehearse --forecast', PATIENCE, () => {
  it('sends the arrivals of the forecast through k6, and every file of the run names it', async () => {
    const folder = join(cwd, 'staged');
    const { code, stderr, stdout } = await startRehearsal(folder, SHORT, {}, '--forecast', forecast, '--quantile', 'p90').finished;
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/Forecast voucher app, second merger at P90, as of 2025-09-17: .* people in its busy .* as fast as forecast/);
    const manifest = readJson<ManifestFile>(folder, 'manifest.json');
    const run = runOf(folder);
    expect(manifest.forecast).toMatchObject({ event: 'voucher app, second merger', quantile: 'p90', asOf: '2025-09-17' });
    expect(run.forecast).toEqual(manifest.forecast);
    const { profile } = manifest.configuration;
    const expected = arrivalCurve(profile.arrivals).arrivalsUntil(profile.arrivalSeconds);
    expect(expected).toBeCloseTo(manifest.forecast!.staged.people, 6);
    // The smoke surge spaces arrivals evenly, so as many come as the curve brings.
    expect(Math.abs(run.users.arrived - expected)).toBeLessThanOrEqual(1);
    for (const name of ['report.md', 'report.html'])
      expect(readFileSync(join(folder, name), 'utf8')).toMatch(/second merger at P90, as of 2025/);
    expect(stdout).toContain(`--forecast ${forecast} --quantile p90`);
    const again = await runCli(['report', folder, '--json'], { cwd });
    expect(JSON.parse(again.stdout).run.forecast).toEqual(run.forecast);
  });

  it('says before it begins, in numbers, what this machine cannot stage, and which part it can', async () => {
    const said = await refused('--profile', 'lab', '--forecast', forecast, '--scale', '10');
    expect(said).toMatch(/arrival rate: must be at most \d+ a second here \(1000 a core on \d+ cores; the target allows 20000\), got \d+/);
    expect(said).toMatch(/--forecast: must fit on this machine, got \d+ people with \d+ arrivals a second at the peak; add --scale [\d.]+/);
  });

  it('refuses a wrong quantile, file, event or scale, and a forecast without curves, with a sentence', async () => {
    expect(await refused('--forecast', forecast, '--quantile', 'p75')).toBe(
      '--quantile: must be one of p50, p80, p90, p95, p99, got p75\n',
    );
    expect(await refused('--forecast', 'nowhere.json')).toContain('must be there, got no file; `surgeproof forecast` writes forecast.json');
    expect(await refused('--forecast', resolve('package.json'))).toContain('schema: must be surgeproof/forecast, got nothing');
    expect(await refused('--forecast', forecast, '--event', 'chuseok')).toContain(
      '--event: must be one of voucher app, second merger, got chuseok',
    );
    expect(await refused('--quantile', 'p95', '--scale', '2')).toMatch(/--quantile: must be left out.*\n--scale: must be left out/);
    expect(await refused('--forecast', forecast, '--scale', 'much')).toContain('--scale: must be above 0 and at most 10, got much');
    const [launch] = document().launches;
    const daily = variant('daily.json', { launches: undefined, curves: undefined });
    expect(await refused('--forecast', daily)).toContain('curves: must be there, got a forecast without hours');
    expect(await refused('--forecast', daily, '--event', 'x')).toContain('must be left out, as the forecast has no events');
    const two = variant('two.json', { launches: [launch, { ...launch, name: 'other' }] });
    expect(await refused('--forecast', two)).toContain('--event: must be one of voucher app, second merger, other, got nothing');
    const broken = variant('broken.json', {
      launches: [{ ...launch, curves: { p95: { shape: 'step-decay', at: -1, peak: 1, hold: 0, halfLife: 1 } } }],
    });
    expect(await refused('--forecast', broken)).toContain('curves.p95.at: must be');
    const flat = variant('flat.json', { launches: undefined, curves: { p95: { shape: 'constant', rate: 1 } } });
    expect(await refused('--forecast', flat)).toContain('must be the hours of a day');
    const empty = variant('empty.json', {
      launches: undefined,
      curves: {
        p95: {
          shape: 'piecewise',
          points: [
            [0, 0],
            [3_600, 0],
          ],
        },
      },
    });
    expect(await refused('--forecast', empty)).toContain('must bring a finite number of people above 0');
  });
});
