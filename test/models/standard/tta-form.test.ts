import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concurrentUsers } from '../../../models/standard/form/concurrent-users.ts';
import type { StandardGiven } from '../../../models/standard/standard-given.ts';
import { ttaForm } from '../../../models/standard/tta-form.ts';
import { expectRefusal } from '../refused.ts';

const peak = { peakRate: 1400, confidence: 0.95, response: 0.1 };
const inputs = { peak, nodes: 12, carrying: 8, serversPerNode: 8, measured: true, queued: 0, given: {} };
const form = (given: StandardGiven, more: Partial<typeof inputs> = {}) => ttaForm({ ...inputs, ...more, given });
const server = (given: StandardGiven, name: string) => form(given).servers.find((one) => one.name === name)!;
const part = (given: StandardGiven, name: string, item: string) => server(given, name).parts.find((one) => one.item === item)!;
const row = (given: StandardGiven, name: string, symbol: string) =>
  server(given, name)
    .parts.flatMap(({ rows }) => rows)
    .find((one) => one.symbol === symbol)!;

/** TTAK.KO-10.0292/R3, appendix p. 43-48: WEB and WAS on one machine, the database apart. */
const APPENDIX: StandardGiven = {
  weight: 1.6,
  S1: 1099,
  S6: 1.3,
  O1: 7472,
  O3: 1.3,
  D4: 1.1,
  D5: 1.3,
  D8: 1.3,
  was: { M1: 1536, M2: 2, M5: 2, D1: 10_240, D2: 4096, D3: 16_384 },
  db: { D1: 10_240, D2: 8192, D3: 16_384, D6: 51_410, D7: 10_240 },
};

describe('ttaForm', () => {
  it('fills the appendix of the standard, with the weight on max-jOPS alone: 4,483.0157, 344,086 tpmC, 10,322.6 IOPS, and its sizes', () => {
    const result = (name: string, item: string) => part(APPENDIX, name, item).result;
    expect(result('WEB·WAS', 'cpu')).toBeCloseTo(4483.0157, 4);
    expect(result('DB', 'db')).toBeCloseTo(344_086.2405, 3);
    expect(result('DB', 'iops')).toBeCloseTo(10_322.6, 1);
    expect(result('WEB·WAS', 'memory')).toBeCloseTo(5585.32, 2);
    expect(result('WEB·WAS', 'system-disk')).toBeCloseTo(57_108.48, 2);
    expect(result('DB', 'system-disk')).toBeCloseTo(64_722.944, 3);
    expect(result('DB', 'data-disk')).toBeCloseTo(114_607.35, 2);
    expect(part(APPENDIX, 'WEB·WAS', 'cpu').formula).toMatch(/× 1\.6 \(표 6-7 아키텍처 가중치\)$/);
    expect(part(APPENDIX, 'DB', 'db').formula).not.toContain('가중치');
  });

  // Table 6-7.
  it.each([
    [undefined, ['WEB', 'WAS', 'DB'], [1, 1, 1]],
    [1.6, ['WEB·WAS', 'DB'], [1.6, 1]],
    [1.7, ['WEB', 'WAS·DB'], [1, 1.7]],
    [2.1, ['WEB·WAS·DB'], [2.1]],
  ])('puts weight %s on the servers where table 6-7 has it', (weight, names, weights) => {
    const given = { S1: 1000, ...(weight === undefined ? {} : { weight }) };
    const { servers } = form(given);
    expect(servers.map(({ name }) => name)).toEqual(names);
    const plain = {
      cpu: part({ S1: 1000 }, 'WAS', 'cpu').result!,
      web: part({ S1: 1000 }, 'WEB', 'cpu').result!,
      db: part({}, 'DB', 'db').result!,
    };
    const bare = (name: string) => (name.includes('DB') ? plain.db : name === 'WEB' ? plain.web : plain.cpu);
    for (const [i, { name, parts }] of servers.entries()) expect(parts[0]!.result! / bare(name)).toBeCloseTo(weights[i]!, 9);
  });

  it('takes WEB and WAS apart: S4 0.7 and no linkage, S4 2', () => {
    expect([row({}, 'WEB', 'S4').value, row({}, 'WEB', 'S7').value, row({}, 'WAS', 'S4').value, row({}, 'WAS', 'S7').value]).toEqual([
      0.7, 1, 2, 1.2,
    ]);
    expect(server({ web: { servers: 3, model: '표준형 8코어' } }, 'WEB')).toMatchObject({ count: 3, model: '표준형 8코어' });
  });

  it('has the ranges of the standard', () => {
    const ranges = (name: string) => server({}, name).parts.flatMap(({ rows }) => rows.map(({ symbol, range }) => `${symbol} ${range}`));
    expect(ranges('WAS').slice(0, 11)).toEqual([
      'S1 –',
      'S2 3–6',
      'S3 3',
      'S4 0.7, 2',
      'S5 1.1–1.2',
      'S6 1.2–1.5',
      'S7 1–1.3',
      'S8 1–1.5',
      'S9 1.3',
      'S10 0.7',
      'S11 24, 25, 26, 29, 30, 31',
    ]);
    expect(ranges('DB')).toEqual(
      expect.arrayContaining(['O2 5', 'O3 1.2–1.5', 'O9 1.3', 'O10 0.7', 'M4 1.1–1.3', 'M6 1.3', 'D4 1.1', 'D5 1–1.5']),
    );
  });

  it('counts users by Little: 1,400/s × (0.1 s + 9.9 s) are 14,000, in CPU and memory alike', () => {
    const given = { thinkSeconds: 9.9 };
    expect([row(given, 'WAS', 'S1').value, row(given, 'WAS', 'M3').value, row(given, 'DB', 'M3').value]).toEqual([14_000, 14_000, 14_000]);
    expect(row(given, 'WAS', 'S1').ground).toBe(
      '리틀의 법칙 U = λ(R + Z) = 1,400/s × (0.1 s + 9.9 s); λ P95 최대 요청률, R 평균 응답 시간, Z 생각 시간',
    );
    expect([row(given, 'WAS', 'S6').value, row({ S1: 500 }, 'WAS', 'S6').value]).toEqual([1.2, 1.3]);
    expect([row({ M3: 700 }, 'WAS', 'S1').value, row({ was: { S1: 300 } }, 'WAS', 'M3').value]).toEqual([700, 300]);
  });

  it('invents nothing: what nobody gave stays open, with no example of the appendix', () => {
    const { servers, notes } = form({});
    const open = servers.flatMap(({ name, parts }) => parts.filter(({ result }) => result === null).map(({ item }) => `${name} ${item}`));
    expect(open).toEqual([
      'WEB cpu',
      'WEB memory',
      'WEB system-disk',
      'WAS cpu',
      'WAS memory',
      'WAS system-disk',
      'DB memory',
      'DB system-disk',
      'DB data-disk',
    ]);
    const values = servers.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows.map(({ value }) => value)));
    for (const example of [1099, 7472, 1536, 10_240, 4096, 8192, 16_384, 51_410]) expect(values).not.toContain(example);
    expect(servers.map(({ count }) => count)).toEqual([null, 12, null]);
    expect(notes.at(-1)!.english).toBe(
      'the form of the sizing standard leaves open: S1, M1, M2, M3, M5, D1, D2, D3, D8, D6, D7, number of WEB servers, number of DB servers; write them in policy.standard',
    );
    expect(row({}, 'DB', 'O1')).toMatchObject({ value: 84_000, ground: expect.stringContaining('(가정: 확인 필요)') });
  });

  it('states what one server must have: spare ones do not count, and memory holds its share of the users', () => {
    const cpu = part({ S1: 1000 }, 'WAS', 'cpu');
    expect(cpu.perServer).toEqual({ value: cpu.result! / 8, ground: '산정 결과 / 서버 8대 (예비 4대 제외)' });
    const memory = part({ S1: 1000, M1: 1536, M2: 2, M5: 100 }, 'WAS', 'memory');
    // (1536 + 2·1000/8 + 100)·1.15·1.3
    expect(memory.perServer!.value).toBeCloseTo(2819.57, 2);
    expect(memory.result).toBeCloseTo((1536 + 2000 + 100) * 1.15 * 1.3, 2);
    expect(part({}, 'WEB', 'cpu').perServer).toEqual({ value: null, ground: '산정 결과 / 서버 수' });
    expect(part({ S1: 1000, was: { servers: 20 } }, 'WAS', 'cpu').perServer!.ground).toBe('산정 결과 / 서버 20대');
    expect([form({}).servers[1]!.method, form({}, { measured: false }).servers[1]!.method]).toEqual(['시뮬레이션법', '수식계산법']);
    expect(server({ was: { servers: 20 } }, 'WAS')).toMatchObject({ count: 20, countGround: '사업자 적용값 (정책 파일)' });
  });

  it('speaks Korean in every ground, formula and remark', () => {
    const filed = form({ thinkSeconds: 5, S6: 1.5, grounds: { S6: '명절 당일 부하 집중' } }, { queued: 40_000 });
    const grounds = filed.servers.flatMap(({ parts, countGround }) => [
      countGround,
      ...parts.flatMap(({ rows }) => rows.map(({ ground }) => ground)),
    ]);
    for (const text of [...grounds, filed.measured.sentence, ...filed.notes.map(({ korean }) => korean)])
      expect(text).toMatch(/[가-힣]{2}/);
    expect(grounds).toContain('명절 당일 부하 집중');
    expect(filed.notes.map(({ english }) => english)).toEqual([
      'S6 = 1.5 counts the peak twice: S1 was derived from the peak; set S6 to 1.2, the least of the standard, or give S1 of an ordinary hour',
      'the 40,000 people in line are held by the waiting room and are not among the concurrent users (S1, M3)',
      expect.stringContaining('leaves open'),
    ]);
    expect(ttaForm({ ...inputs, peak: { ...peak, confidence: null } } as never).measured.sentence).toContain('최대 요청률(확정값) 1,400/s');
  });

  it('refuses everything outside the tables at once', () => {
    expectRefusal(
      () => form({ S6: 1, O10: 0.8, D8: 1.5, S1: 5, M3: 6, db: { O3: 1.6 } }),
      'out-of-range',
      /^standard\.S6 \(peak time load\): must be from 1\.2 to 1\.5.*; standard\.O10 .*must be 0\.7.*; standard\.D8 .*one of 1, 1\.3, 1\.4, 2.*; standard\.M3: must be the concurrent users S1 \(5\), got 6.*; standard\.db\.O3/,
    );
    expectRefusal(() => form({ S4: 2 }), 'out-of-range', /^standard\.S4: must be left out, got 2; it is 0\.7 for WEB and 2 for WAS/);
    expectRefusal(
      () => form({ weight: 1.6, web: { servers: 2 } }),
      'out-of-range',
      /^standard\.web: must be left out, as weight 1\.6 has no such server/,
    );
    expectRefusal(() => form({ weight: 1.5 }), 'out-of-range', /^weight: must be one of 1, 1\.6, 1\.7, 2\.1/);
  });
});

describe('concurrentUsers', () => {
  it('grows with each of its parts, and is one user a second of loop at 1/s', () => {
    const time = fc.double({ min: 0, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(time, time, time, fc.double({ min: 0, max: 100, noNaN: true }), (rate, response, think, more) => {
        const users = concurrentUsers({ rate, response, think });
        expect(concurrentUsers({ rate: rate + more, response, think })).toBeGreaterThanOrEqual(users);
        expect(concurrentUsers({ rate, response: response + more, think })).toBeGreaterThanOrEqual(users);
        expect(concurrentUsers({ rate, response, think: think + more })).toBeGreaterThanOrEqual(users);
      }),
    );
    expect(concurrentUsers({ rate: 1, response: 1, think: 29 })).toBe(30);
  });
});
