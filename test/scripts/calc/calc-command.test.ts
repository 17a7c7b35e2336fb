import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { calcCommand } from '../../../scripts/calc/calc-command.ts';
import { calcFunctions } from '../../../scripts/calc/registry.ts';

/** One question a function that has an answer, so that every line of the registry is run. */
const rates = { arrivalRate: 8, serviceRate: 1, servers: 10 };

const sine = { mean: 3, amplitude: 1, frequency: 1, serviceRate: 1 };

const network = { stations: [{ demand: 1, servers: 2 }], think: 1, population: 3 };

const QUESTIONS: Record<string, Record<string, unknown>> = {
  'erlang-b': { load: 20, servers: 10 },
  'erlang-c': { load: 20, servers: 25 },
  mmc: rates,
  mmck: { ...rates, capacity: 12 },
  md1: { utilisation: 0.5, serviceTime: 1, percentiles: [99] },
  ggc: { ...rates, ca2: 1, cs2: 1 },
  'gi1-bounds': { arrivalRate: 1, utilisation: 0.5, ca2: 4, cs2: 4 },
  'erlang-a': { ...rates, abandonRate: 0.5, room: 5, within: 0.1, percentiles: [99] },
  retrial: { ...rates, retryRate: 1, leaveProbability: 0.1 },
  simulate: { ...rates, arrivals: 'even', service: 'h2', customers: 1000, seed: 1 },
  'halfin-whitt': { beta: 1 },
  'servers-for-delay': { load: 10, delayProbability: 0.1 },
  'servers-for-response': { arrivalRate: 10, serviceTime: 0.1, percentile: 95, budget: 0.5 },
  'servers-for-abandonment': { arrivalRate: 10, serviceRate: 1, abandonRate: 1, abandonment: 0.05 },
  'retry-amplification': { failure: 0.5, retries: 3 },
  'self-healing-capacity': { capacity: 100, retries: 3 },
  'k-of-n': { needed: 10, total: 11, availability: 0.99 },
  'zone-servers': { needed: 40, zones: 3 },
  'fan-out': { calls: 100, probability: 0.01 },
  'leaf-percentile': { calls: 10, percentile: 99 },
  'offered-load-sine': { ...sine, at: 0 },
  'offered-load-start': { arrivalRate: 1, serviceRate: 1, at: 1 },
  'staffing-sine': { ...sine, delayProbability: 0.2, method: 'mol' },
  drain: { queued: 40_000, admitRate: 1000, arrivalRate: 0 },
  backlog: { arrivals: [[0, 1]], capacity: [[0, 2]] },
  'waiting-room': { occupancy: 1800, taskTime: 4, holdTime: 5 },
  'poll-rate': { users: 40_000, interval: 20 },
  hpa: { replicas: 4, current: 90, target: 60 },
  mva: network,
  'mva-bounds': network,
  'usl-fit': { load: [1, 2, 4, 8], throughput: [10, 18, 30, 40] },
  kneedle: { y: [0, 60, 80, 85, 90, 95, 96, 97, 98, 99], curve: 'concave', direction: 'increasing', online: false },
  mser5: { values: Array(20).fill(1) },
  'tta-cpu': { S1: 1099, S4: 2, S11: 30 },
  'tta-db': { O1: 7472 },
  'tta-memory': { M1: 1536, M2: 2, M3: 1099, M5: 2 },
  'tta-disk': { D1: 10_240 },
  'tta-iops': { tpmC: 1000 },
};

describe('surgeproof calc', () => {
  const written = { out: '', err: '' };
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  async function call(...words: string[]): Promise<{ out: string; err: string; code: number | undefined }> {
    Object.assign(written, { out: '', err: '' });
    const capture = (stream: 'out' | 'err') => (text: unknown) => {
      written[stream] += String(text);
      return true;
    };
    vi.spyOn(process.stdout, 'write').mockImplementation(capture('out'));
    vi.spyOn(process.stderr, 'write').mockImplementation(capture('err'));
    const program = new Command('surgeproof');
    calcCommand(program);
    await program.parseAsync(['calc', ...words], { from: 'user' });
    return { ...written, code: process.exitCode as number | undefined };
  }

  it('prints one value', async () =>
    expect(await call('erlang-c', '--load', '1', '--servers', '2')).toEqual({ out: '0.33333333333333337\n', err: '', code: 0 }));

  it('prints a refusal as one sentence and ends with 2', async () => {
    expect(await call('erlang-c', '--load', '3', '--servers', '2')).toMatchObject({
      out: '',
      code: 2,
      err: expect.stringMatching(/^servers: 2 cannot carry.*\n$/),
    });
    expect(await call('nothing')).toMatchObject({ code: 2, err: expect.stringMatching(/calc --list/) });
    expect(await call()).toMatchObject({ code: 2, err: expect.stringMatching(/must be given a function/) });
  });

  it('lists every function with its arguments', async () => {
    const { out } = await call('--list');
    expect(out.split('\n')).toHaveLength(calcFunctions.size + 1);
    expect(out).toMatch(/^staffing-sine .* method \(mol\|psa\|constant\)$/m);
    expect(out).toMatch(/^servers-for-delay .* \[loadSd\]$/m);
  });

  it('answers a batch line by line, past a line it cannot read and empty ones', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'calc-'));
    const file = path.join(folder, 'cases.ndjson');
    writeFileSync(
      file,
      '{"id":1,"fn":"poll-rate","args":{"users":10,"interval":5}}\r\nnonsense\n\n{"id":2,"fn":"poll-rate","args":{"users":10,"interval":0}}',
    );
    const { out, code } = await call('--batch', file);
    rmSync(folder, { recursive: true });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; value?: number; error?: { code: string } });
    expect(lines.map(({ id, value, error }) => [id, value ?? error?.code])).toEqual([
      [1, 2],
      [null, 'malformed-line'],
      [2, 'out-of-range'],
    ]);
    expect(code).toBe(0);
  });

  it('says which batch file it cannot read', async () =>
    expect(await call('--batch', '/nowhere/cases.ndjson')).toMatchObject({
      code: 2,
      err: '--batch /nowhere/cases.ndjson: must be a file that can be read (ENOENT); give its path, or - for standard input\n',
    }));

  it('loads mathjs only for a question that needs it', async () => {
    const loaded = async (fn: string) => {
      const question = `import('./scripts/calc/run-calc.ts').then((calc) => calc.runCalc('${fn}', ${JSON.stringify(QUESTIONS[fn])}))`;
      const script = `${question}.then(() => console.log(Object.keys(require.cache).join()))`;
      const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      for await (const chunk of child.stdout) text += String(chunk);
      return text.includes('mathjs');
    };
    expect(await loaded('erlang-c')).toBe(false);
    expect(await loaded('usl-fit')).toBe(true);
  });
});
