import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { cpuSecondsIn, peakMiBIn, processFigures } from '../../../../scripts/bench/harness/process-figures.ts';

describe('peakMiBIn', () => {
  it('reads the high-water mark, not the present size: 115,712 kB are 113 MiB', () => {
    expect(peakMiBIn('Name:\tk6\nVmPeak:\t 1900000 kB\nVmHWM:\t  115712 kB\nVmRSS:\t   90000 kB\n')).toBe(113);
  });

  it('says that a process without memory has ended', () => {
    expect(() => peakMiBIn('Name:\tk6\nState:\tZ (zombie)\n')).toThrow('the process has ended');
  });
});

describe('cpuSecondsIn', () => {
  it('adds user and system time (fields 14 and 15, hundredths of a second) though the name holds spaces and brackets', () => {
    expect(cpuSecondsIn('42 (k6 (run) x) S 1 42 42 0 -1 4194560 5000 0 0 0 1234 66 0 0 20 0 9 0 100 0 0')).toBe(13);
  });

  it('refuses a text that has no such fields', () => expect(() => cpuSecondsIn('')).toThrow('must have user and system time'));
});

describe.runIf(process.platform === 'linux')('processFigures', () => {
  it('looks at a living process', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const gone = once(child, 'exit');
    try {
      await once(child, 'spawn');
      const { peakMiB, cpuSeconds } = await processFigures(child.pid!);
      expect(peakMiB).toBeGreaterThan(0);
      expect(cpuSeconds).toBeGreaterThanOrEqual(0);
    } finally {
      child.kill('SIGKILL');
      await gone;
    }
  });
});
