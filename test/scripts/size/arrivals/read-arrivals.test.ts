import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { burstsFromDispersion } from '../../../../models/sizing/traffic/bursts-from-dispersion.ts';
import { randomFrom } from '../../../../models/workload/users/random.ts';
import { readArrivals } from '../../../../scripts/size/arrivals/read-arrivals.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const folder = temporaryFolder();
const written = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

/** 2026-11-30 10:53:20 in Korea. */
const BEGIN = Date.UTC(2026, 10, 30, 1, 53, 20) / 1000;
const LENGTH = 200;
const RATE = 150;

/** Arrivals of stretches at twice the mean rate and at none, each a second on average. */
function onAndOff(): number[] {
  const random = randomFrom(41, 0);
  const exponential = (mean: number) => -mean * Math.log(1 - random());
  const times: number[] = [];
  for (let [at, on] = [0, true]; at < LENGTH; on = !on) {
    const end = Math.min(LENGTH, at + exponential(1));
    for (let time = at + exponential(1 / (2 * RATE)); on && time < end; time += exponential(1 / (2 * RATE))) times.push(BEGIN + time);
    at = end;
  }
  return times;
}

const TIMES = onAndOff();
const pad = (value: number, digits = 2) => String(value).padStart(digits, '0');
/** In Korea, nine hours ahead of UTC; whole seconds, as nginx writes it. */
const combined = (time: number): string => {
  const at = new Date((time + 9 * 3600) * 1000);
  const clock = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`;
  return `203.0.113.9 - - [${pad(at.getUTCDate())}/Nov/2026:${clock} +0900] "GET /qr?from=2026-01-01T00:00:00Z HTTP/2.0" 200 1784 "https://example.com/" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)"`;
};
const zoned = (time: number): string => new Date((time + 9 * 3600) * 1000).toISOString().replace('Z', '+09:00');

/** The same arrivals in formats that people have. `least`: the shortest window that the times allow. */
const FORMATS: readonly [name: string, line: (time: number, i: number) => string, least: number][] = [
  ['nginx combined', combined, 1],
  [
    'JSON lines, a time with zone',
    (time) => JSON.stringify({ status: 200, url: '/qr?from=2026-01-01T00:00:00Z', time: zoned(time) }),
    0.01,
  ],
  ['JSON lines, milliseconds', (time) => JSON.stringify({ bytes: 1784, timestamp: Math.round(time * 1000) }), 0.01],
  ['JSON lines, seconds', (time) => JSON.stringify({ bytes: 1784, ts: Number(time.toFixed(3)) }), 0.01],
  ['JSON lines, the key of an own format', (time) => JSON.stringify({ bytes: 1784, at: zoned(time) }), 0.01],
  ['an address before the seconds of nginx', (time) => `203.0.113.9 ${time.toFixed(3)} "GET /qr" 200`, 0.01],
  ['a CSV with a number first', (time, i) => `${i + 1},${zoned(time)},200`, 0.01],
  ['a CSV of seconds with a number first', (time, i) => `${i + 1},${time.toFixed(3)},200`, 0.01],
  ['ISO with zone and a comma', (time) => `${zoned(time).replace('.', ',')} INFO paid`, 0.01],
  ['a plain list from any beginning', (time) => (time - BEGIN).toFixed(3), 0.01],
];

describe('readArrivals', () => {
  it.each(FORMATS)('sees the same bursts in %s', async (name, line, least) => {
    const file = written(`${name.replaceAll(/\W/g, '-')}.log`, TIMES.map(line).join('\n'));
    const { dispersion, ground } = await readArrivals(file, undefined);
    expect(ground).toContain(`${TIMES.length.toLocaleString('en')} arrivals in`);
    expect(dispersion[0]!.seconds).toBe(least);
    // An on-off rate λ(t) of mean λ, variance λ² and correlation e^{−2t}: I(w) = 1 + λ(1 − (1 − e^{−2w})/(2w)); 200 s of it are few above a second.
    for (const { seconds, value } of dispersion.filter((one) => one.seconds <= 1)) {
      const exact = 1 + RATE * (1 - (1 - Math.exp(-2 * seconds)) / (2 * seconds));
      expect(value / exact, `${seconds} s`).toBeGreaterThan(0.75);
      expect(value / exact, `${seconds} s`).toBeLessThan(1.25);
    }
    const bursts = burstsFromDispersion(dispersion, RATE)!;
    expect(bursts.factor).toBeGreaterThan(1.7);
    expect(bursts.factor).toBeLessThan(2.3);
  });

  it('takes even arrivals for even, whose counts may all be alike', async () => {
    const even = Array.from({ length: 20_000 }, (_, i) => (BEGIN + i / 100).toFixed(3));
    const { dispersion, ca2 } = await readArrivals(written('even.log', even.join('\n')), 0);
    expect(ca2).toBe(0);
    expect(burstsFromDispersion(dispersion, 100)).toBeNull();
  });

  it('allows a title and comments, and refuses what is no log, counting the lines', async () => {
    const lines = TIMES.map((time) => zoned(time));
    const { ground } = await readArrivals(written('titled.csv', ['# exported', 'time', ...lines].join('\r\n')), undefined);
    expect(ground).toContain(`${TIMES.length.toLocaleString('en')} arrivals`);
    const mixed = written('mixed.log', lines.flatMap((line, i) => (i % 10 === 0 ? ['WARN slow', line] : [line])).join('\n'));
    await expect(readArrivals(mixed, undefined)).rejects.toThrow(
      /must hold a time in each line, .*got WARN slow \(and [\d,]+ more of [\d,]+ lines\)/,
    );
    await expect(readArrivals(written('ids.csv', lines.map((_, i) => `${i},200`).join('\n')), undefined)).rejects.toThrow(
      'must hold a time',
    );
    await expect(readArrivals(written('bad.log', '203.0.113.9 - - [30/Nix/2026:10:53:20 +0900]\n'.repeat(9)), undefined)).rejects.toThrow(
      'got 203',
    );
    await expect(readArrivals(written('short.log', lines.slice(0, 99).join('\n')), undefined)).rejects.toThrow(
      'at least 1000 must be there to see bursts, got 99',
    );
    await expect(readArrivals(written('{.log', '{"time": 5\n'.repeat(9)), undefined)).rejects.toThrow('must hold a time');
  });

  it('refuses what is not there, a folder, and a file that is too large', async () => {
    await expect(readArrivals(join(folder, 'nowhere'), undefined)).rejects.toThrow('must exist');
    await expect(readArrivals(folder, undefined)).rejects.toThrow('must be a file that can be read');
    const large = written('large.log', '');
    truncateSync(large, 400_000_001);
    await expect(readArrivals(large, undefined)).rejects.toThrow('must be at most 400 MB, got 401 MB; cut out the busiest hour');
  });
});
