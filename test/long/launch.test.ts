import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunFile } from '../../models/results/run.ts';
import type { VerdictFile } from '../../models/results/verdict.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'surgeproof-long-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The launch as `npm start` runs it: six and a half minutes, more than forty thousand people in line. */
function launch(name: string, ...options: string[]): { status: number | null; run: RunFile; verdict: VerdictFile; report: string } {
  const out = path.join(folder, name);
  const command = ['bin/surgeproof.mjs', 'rehearse', 'onnuri-launch', '--profile', 'lab', '--out', out, ...options];
  const { status } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  const read = (file: string): string => readFileSync(path.join(out, file), 'utf8');
  return { status, run: JSON.parse(read('run.json')), verdict: JSON.parse(read('verdict.json')), report: read('report.md') };
}

describe('the Digital Onnuri launch, whole', () => {
  it('is held by four nodes with 40,000 people waiting at once', () => {
    const { status, run, verdict } = launch('four');
    expect(['PASS', 'WARN'], [verdict.headline, ...verdict.findings].join(' ')).toContain(verdict.verdict);
    expect(status).toBe(0);
    expect(run.queue?.maxWaiting).toBeGreaterThanOrEqual(40_000); // the number of the press reports
    expect(run.users.waiting).toBe(0);
    expect(run.users.finished + run.users.gaveUp + run.users.failed).toBe(run.users.arrived);
  });

  it('breaks one node, and the first line of the report says why', () => {
    const { status, verdict, report } = launch('one', '--nodes', '1');
    expect(verdict.verdict).toBe('FAIL');
    expect(status).toBe(1);
    expect(report.split('\n')[0]).toMatch(/FAIL/);
  });
});
