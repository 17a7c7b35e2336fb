import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hourlyForecast } from '../../models/sizing/schedule/made-forecast.ts';
import { runCli } from '../run-cli.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const cwd = process.cwd();
const folder = temporaryFolder();
const run = (...args: string[]) => runCli(['size', ...args], { cwd });
const BY_HAND = ['--peak', '1200/s', '--sd', '10%', '--service-time', '40ms', '--servers-per-node', '8', '--budget', 'p99=200ms'];
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};

describe('surgeproof size', () => {
  it('answers by hand in one command', async () => {
    const { code, stdout } = await run(...BY_HAND, '--balancer', 'shared');
    expect(stdout).toMatch(
      /^Run 12 nodes so that a zone may fail \(8 for the peak alone\): p99 stays within 200 ms with 95 % confidence\.\n/,
    );
    expect(stdout).toContain('7 nodes were rejected');
    expect(code).toBe(0);
  });

  it('plans from the samples and writes plan.json, plan.html and the Korean form', async () => {
    const out = join(folder, 'plan');
    const samples = [
      '--forecast',
      'docs/samples/forecast.json',
      '--capacity',
      'docs/samples/capacity.json',
      '--policy',
      'docs/samples/policy.json',
    ];
    const { code, stdout } = await run(...samples, '--json', '--out', out);
    const printed = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(printed).toEqual(JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8')));
    expect(printed.recommended).toBeGreaterThan(printed.needed.nodes);
    const page = readFileSync(join(out, 'plan.html'), 'utf8');
    for (const chart of ['latency-against-nodes', 'demand-against-capacity', 'drivers', 'fit', 'drain'])
      expect(page).toContain(`data-chart="${chart}"`);
    expect(readFileSync(join(out, 'standard.csv'), 'utf8')).toMatch(/^\ufeff"구분","기호","항목"/);
  });

  it.each([
    [[], '--peak, --forecast: exactly one must be given, got neither'],
    [[...BY_HAND, '--capacity', 'c.json'], '--capacity: must be given without --service-time'],
    [['--forecast', 'f.json', '--sd', '10%', ...BY_HAND.slice(4)], '--sd: requires --peak, got none'],
    [[...BY_HAND, '--confidence', '20%'], '--confidence: must be from 50% to 99.9%, got 20%'],
    [BY_HAND.slice(0, -2), '--budget: must be given here or in the policy'],
    [['--peak', '1200', ...BY_HAND.slice(2)], '--peak: must be a rate above 0 such as 1200/s or 72000/min, got 1200'],
    [[...BY_HAND, '--sd', '10'], '--sd: must be a share in percent such as 10%, got 10; write 10%'],
    [[...BY_HAND, '--sd', '600%'], '--sd: must be at most 500%, got 600%'],
    [[...BY_HAND, '--budget', 'login-p99=200ms'], '--budget: must be a percentile and its limit such as p99=200ms, got login-p99=200ms'],
    [[...BY_HAND, '--policy', 'nowhere.json'], 'nowhere.json cannot be read as it is:\nmust exist'],
    [[...BY_HAND.slice(4), '--forecast', 'nowhere.json'], 'must be there, got no file'],
    [['--peak', '1/s', '--capacity', 'nowhere.json', '--budget', 'p99=1s'], 'must exist'],
    [[...BY_HAND, '--budget', 'p99=180ms'], 'infeasible: the service time alone has p99 184.2 ms'],
    [[...BY_HAND, '--balancer', 'ring'], '--balancer: must be shared, fewest-requests, round-robin or random, got ring'],
    [[...BY_HAND, '--arrivals', 'nowhere.log'], 'must exist'],
    [[...BY_HAND, '--arrivals', 'README.md'], 'must hold a time in each line, such as 1764500000.25'],
    [[...BY_HAND, '--out', '/dev/null/plan'], 'must be writable'],
    [[...BY_HAND, '--surge', 'a', '--run', 'b'], '--surge, --run: at most one must be given, got both'],
    [['--unit', 'orders', '--forecast', 'f.json', ...BY_HAND.slice(4)], '--unit: requires --peak, got orders alone'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { code, stderr } = await run(...args);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });

  it('names everything that is missing at once, and refuses files that it cannot read or use, writing nothing', async () => {
    expect((await run('--sd', '10%')).stderr.match(/^--[a-z]+/gm)).toEqual(['--peak', '--sd', '--capacity', '--budget']);
    const capacity = JSON.parse(readFileSync('docs/samples/capacity.json', 'utf8'));
    const limited = capacity.steps.map((step: object) => ({ ...step, generator: { valid: false, reason: 'the generator was the limit' } }));
    const out = join(folder, 'refused');
    const refusal = async (content: object) =>
      (await run(...BY_HAND.slice(0, 4), ...BY_HAND.slice(8), '--capacity', file('capacity.json', content), '--out', out)).stderr;
    expect(await refusal({ ...capacity, version: 2 })).toContain('version: must be 1, got 2; read it with the surgeproof that wrote it');
    expect(await refusal({ ...capacity, steps: [] })).toContain('steps: must have at least 1 entry, got []');
    expect(await refusal({ ...capacity, steps: limited })).toContain('the generator was the limit');
    const standard = { schema: 'surgeproof/policy', version: 1, standard: { S99: 1 } };
    expect((await run(...BY_HAND, '--policy', file('policy.json', standard))).stderr).toContain('must not have S99, which nothing reads');
    expect(existsSync(out)).toBe(false);
  });

  it('files the standard with the figures of its appendix, and warns of a peak that is counted twice', async () => {
    // TTAK.KO-10.0292/R3, appendix p. 43-48: 2,802 max-jOPS; 344,086 tpmC.
    const factors = { weight: 1.6, S1: 1099, S6: 1.3, O1: 7472, O3: 1.3 };
    const policy = (standard: object) => file('standard.json', { schema: 'surgeproof/policy', version: 1, standard });
    const out = join(folder, 'appendix');
    const appendix = await run(...BY_HAND, '--policy', policy(factors), '--out', out);
    expect(appendix.stdout).not.toContain('counts the peak twice');
    const form = readFileSync(join(out, 'standard.csv'), 'utf8');
    // 2,801.9 with the weight of WEB and WAS on one machine; the tpmC has none.
    for (const result of ['"산정 결과(max-jOPS)","","4,483.0"', '"산정 결과(tpmC)","","344,086.2"', '"산정 결과(IOPS)","","10,322.6"'])
      expect(form).toContain(result);
    expect(form).not.toMatch(/51,410|usual|planner|example/);
    expect((await run(...BY_HAND, '--policy', policy({ S6: 1.3 }))).stdout.replaceAll('\n', ' ')).toContain(
      'S6 = 1.3 counts the peak twice',
    );
    const refused = await run(...BY_HAND, '--policy', policy({ S6: 1, S10: 0.8, S4: 2 }));
    expect(refused.stderr).toMatch(
      /standard\.S6 .*from 1\.2 to 1\.5.*got 1; standard\.S10 .*must be 0\.7.*got 0\.8; standard\.S4: must be left out, got 2/s,
    );
  });

  it('divides a forecast by its unit, warns of a coarse one and refuses one without a period', async () => {
    const forecast = JSON.parse(readFileSync('docs/samples/forecast.json', 'utf8'));
    const node = BY_HAND.slice(4);
    const hourly = await run(...node, '--forecast', file('hourly.json', { ...forecast, unit: 'payments per hour' }));
    expect(hourly.stdout).toContain('the peak is a mean over 3600 s');
    const second = file('second.json', {
      ...forecast,
      unit: 'payments/hour',
      peakSecond: { p50: 1_200, p80: 1_280, p90: 1_340, p95: 1_400, p99: 1_500, varianceToMean: 1, kind: 'measured' },
    });
    expect((await run(...node, '--balancer', 'shared', '--forecast', second)).stdout).toMatch(
      /The peak stays below 1,400\/s[\s\S]*7 nodes were rejected: at the P95 peak of 1,400\/s more requests come than they can answer \(1,400\/s at most\)/,
    );
    const none = await run(...node, '--forecast', file('none.json', { ...forecast, unit: 'MW' }));
    expect(none.stderr).toContain('unit: must name a period, such as payments/s, got MW');
  });

  it('turns payments into people and requests by a surge, and refuses what nobody in it makes', async () => {
    // 70 % make 4 requests, 30 % make 5 and one payment: 4.3 a person, ÷ 0.3.
    const { stdout } = await run(...BY_HAND, '--unit', 'payments', '--surge', 'onnuri-launch');
    expect(stdout).toMatch(/= 4,6\d0 people\/s \(0\.3 payments a person\) = 20,\d00 requests\/s \(4\.3 requests a person, assumed\)/);
    expect(stdout.replaceAll('\n', ' ')).toContain('a made-up answer ended journeys (qr-payment after pay)');
    const refused = await run(...BY_HAND, '--unit', 'paymets', '--surge', 'onnuri-launch');
    expect(refused.stderr).toMatch(/^--unit: must be one of payments, people, requests, .* got paymets; did you mean payments\?$/m);
    expect(refused.code).toBe(2);
  });

  it('takes the mix of a policy, and says so where there is none', async () => {
    const mix = { unit: 'orders', perPerson: 0.5, requestsPerPerson: { open: 1, order: 0.5 } };
    const policy = file('mix.json', { schema: 'surgeproof/policy', version: 1, mix });
    expect((await run(...BY_HAND, '--unit', 'orders', '--policy', policy)).stdout).toContain('(0.5 orders a person)');
    expect((await run(...BY_HAND, '--unit', 'orders')).stdout.replaceAll('\n', ' ')).toContain(
      'each of the orders is taken for one request to a node',
    );
  });

  it('writes files for autoscalers beside the plan of a forecast with hours, and says what is missing for one of days', async () => {
    const out = join(folder, 'scheduled');
    const node = BY_HAND.slice(4);
    const { stdout } = await run(...node, '--forecast', file('hours.json', hourlyForecast(2, 4_000_000)), '--out', out);
    expect(stdout).toMatch(/Over the forecast \d+ to \d+ nodes run, in \d+ stretches \(Asia\/Seoul\)/);
    for (const name of ['hpa.yaml', 'keda-cron.yaml', 'asg-schedule.json']) expect(existsSync(join(out, name)), name).toBe(true);
    expect(readFileSync(join(out, 'plan.html'), 'utf8')).toContain('data-chart="schedule"');
    const days = await run(...node, '--forecast', 'docs/samples/forecast.json');
    expect(days.stdout.replaceAll('\n', ' ')).toContain('no schedule: the forecast knows days alone');
    const zone = { schema: 'surgeproof/policy', version: 1, schedule: { timeZone: 'Asia/Soul' } };
    expect((await run(...BY_HAND, '--policy', file('zone.json', zone))).stderr).toContain('schedule.timeZone: must be an IANA time zone');
  });
});
