import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../models/measurement/fold/fold.ts';
import { isLineProblem, parseMeasurementLine } from '../../../../models/measurement/lines/parse-line.ts';
import { lineDigest } from '../../../../scripts/run-folder/line-digest.ts';
import { end, head, nobody, printed, SEAL, sample, second, summed } from '../lines.ts';

const parse = (text: string) => parseMeasurementLine(text, lineDigest);

const problemOf = (text: string): string => {
  const line = parse(text);
  return isLineProblem(line) ? line.problem : 'no problem';
};
const broken = (change: object): string => problemOf(summed({ ...SEAL, ...second({ samples: [sample('pay', [1])] }), ...change }));

describe('parseMeasurementLine', () => {
  it('reads what was printed', () => {
    expect(parse(printed(head()))).toEqual({ ...head(), ...SEAL });
    expect(parse(printed(head({ line: 'native' })))).toEqual({ ...head({ line: 'native' }), ...SEAL });
    expect(problemOf(summed({ ...SEAL, ...head(), line: 'rust' }))).toBe('measurement line: line must be one of native');
    expect(parse(printed(end()))).toEqual({ ...end(), ...SEAL });
    const full = second({
      samples: [sample('pay', [1, 2])],
      startLag: [0, 1],
      loopLag: [3, 2],
      admissions: [
        [0, 1, 2, 3, 4, 5, 6],
        [0, -1, 2, 3, 4, 5, null],
      ],
      unadmitted: [[0, 1, 2, 3, 4, 5]],
      errors: [[1, 'x', 'system', 2]],
      journal: [
        [
          1,
          'approved',
          { lane: 'vip', ok: true },
          ['key', '+amount', '.part', '.all', '#receipt'],
          [7, 2],
          [0, 'own'],
          [500, -100],
          [0.5, 1.5],
          3,
          ['R-', 6, 17, -1],
        ],
      ],
      doubleTaps: [[1, 2, 0]],
      statuses: [
        [200, 3],
        [404, 1],
      ],
      connections: [2, 1],
      redirects: 4,
      lostPlaces: 1,
      abandoned: 2,
    });
    expect(parse(printed(full))).toEqual({ ...full, ...SEAL });
  });

  it('reads counts that a line leaves out while they are 0', () => {
    const users = { ...nobody, arrived: 4, turnedAway: 1, lostPatience: 2, active: 1 };
    expect(parse(printed(end({ users, thinking: 1 })))).toEqual({ ...end({ users, thinking: 1 }), ...SEAL });
    expect(parse(printed(end()))).toEqual({ ...end(), ...SEAL });
  });

  it('counts a line that is cut anywhere as a problem and never throws', () => {
    const text = printed(second({ samples: [sample('pay', [1, 2])] }));
    for (let length = 0; length < text.length; length++) expect(isLineProblem(parse(text.slice(0, length)))).toBe(true);
  });

  it('survives any text and any JSON, and a fold survives whatever it lets through', () => {
    const shaped = fc.record({
      surgeproof: fc.constantFrom('head', 'second', 'end', 'x'),
      vu: fc.anything(),
      second: fc.anything(),
      users: fc.anything(),
      samples: fc.anything(),
      version: fc.constant(3),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          shaped.map((value) => summed({ ...SEAL, ...value })),
        ),
        (text) => {
          const fold = createFold();
          fold.add(parse(text));
          expect(fold.result().lines + fold.result().problems.count).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });

  it('refuses another version with a sentence that says what to do', () => {
    const problem = 'measurement line: version must be 3, got 2: read this log with the surgeproof that wrote it';
    // Lines of version 2 had no checksum.
    expect(parse(JSON.stringify(head({ version: 2 })))).toEqual({ problem, refused: true, torn: false, vu: 1, second: null });
    expect(parse(printed(head({ version: 2 })))).toMatchObject({ problem, refused: true });
    expect(parse('{}')).toMatchObject({ refused: false });
  });

  it('takes a version that was altered for an altered line, not for another log', () => {
    expect(parse(printed(head()).replace('"version":3', '"version":4'))).toEqual({
      ...{ problem: 'measurement line: sum must be the checksum of its text: the line was altered', refused: false, torn: false },
      ...{ vu: 1, second: null },
    });
  });

  it('finds every single character that is altered, and names VU and second where they can be read', () => {
    const text = printed(second({ vu: 3, second: 16, samples: [sample('pay', [1, 2])] }));
    for (let at = 0; at < text.length; at++) {
      const altered = `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`;
      expect(isLineProblem(parse(altered))).toBe(true);
    }
    expect(parse(text.replace('"scheduled":0', '"scheduled":9'))).toMatchObject({ vu: 3, second: 16, torn: false });
    expect(parse(text.slice(0, 90))).toMatchObject({ vu: 3, second: 16, torn: true });
    expect(parse(text.slice(0, 5))).toMatchObject({ vu: null, second: null, torn: true });
    expect(parse('nothing of the kind')).toMatchObject({ torn: false });
  });

  it('wants the checksum, the run and the number of each line', () => {
    expect(problemOf(JSON.stringify(second()))).toContain('sum must be the checksum of its text');
    expect(problemOf(summed({ ...second(), seq: 1 }))).toContain('run must be a text');
    expect(problemOf(summed({ ...second(), run: 'x' }))).toContain('seq must be a whole number');
  });

  it.each([
    [{ surgeproof: 'middle' }, 'surgeproof must be head, second or end'],
    [{ vu: -1 }, 'vu must be a whole number from 0 to 4294967295'],
    [{ vu: 1.5 }, 'vu must be a whole number'],
    [{ second: 172_801 }, 'second must be a whole number from 0 to 172800'],
    [{ scheduled: '3' }, 'scheduled must be a whole number'],
    [{ users: [] }, 'users must be an object of counts'],
    [{ users: { ...nobody, active: null } }, 'active must be a whole number'],
    [{ samples: 'x' }, 'samples must be a list'],
    [{ samples: [[1, 2, 3]] }, 'samples must be a list of 5'],
    [{ samples: [[1, 0, 0, 2, []]] }, 'samples must be a whole number from 0 to 1'],
    [{ samples: [[1_344, 0, 0, 1, []]] }, 'samples must be a whole number from 0 to 1343'],
    [{ samples: [[1, 0, 0, 1, [3]]] }, 'samples must hold pairs of bucket and count'],
    [{ samples: [[1, 0, 0, 1, [3, 1, 0, 1]]] }, 'samples must list ascending buckets of the histogram'],
    [{ samples: [[1, 0, 0, 1, [4_000, 1, 4_000, 1]]] }, 'samples must list ascending buckets of the histogram'],
    [{ samples: [[1, 0, 0, 1, [3, 1, -2, 1]]] }, 'samples must list ascending buckets of the histogram'],
    [{ samples: [[1, 0, 0, 1, [0.5, 1]]] }, 'samples must list ascending buckets of the histogram'],
    [{ samples: [[1, 0, 0, 1, [-1, 1]]] }, 'samples must list ascending buckets of the histogram'],
    [{ samples: [[1, 0, 0, 1, [3, 0]]] }, 'samples must list counts above 0'],
    [{ loopLag: new Array(1_000_002).fill(1) }, 'loopLag must have at most 1000000 items'],
    [{ admissions: [[0, 1, 'x', 2, 3, 4, 5]] }, 'admissions must be a number'],
    [{ admissions: [[0, 1.5, 1, 2, 3, 4, 5]] }, 'admissions must have a whole number as ticket'],
    [{ admissions: [[0, 1, 1, 2, 3]] }, 'admissions must be a list of 7'],
    [{ unadmitted: [[0, 1, 1, 2, 3]] }, 'unadmitted must be a list of 6'],
    [{ errors: [[0, 5, 'system', 2]] }, 'errors must be a text'],
    [{ errors: [[0, 'x', 'nobody', 2]] }, 'errors must be one of system, third party, unclear, script, client environment'],
    [{ statuses: [[1_000, 1]] }, 'statuses must be a whole number from 0 to 999'],
    [{ connections: [1] }, 'connections must be a list of 2'],
    [{ redirects: -1 }, 'redirects must be a whole number'],
    [{ journal: [['k', 1, 'perhaps', 'r']] }, 'journal must be a list'],
    [{ journal: [[0, 'ok', [], [], [1]]] }, 'journal must have an object of texts'],
    [
      { journal: [[0, 'ok', Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`f${i}`, 'x'])), [], [1]]] },
      'journal must have at most 32 facts',
    ],
    [{ journal: [[0, 'ok', {}, ['key'], [1]]] }, 'journal must have a name for every column'],
    [{ journal: [[0, 'ok', {}, ['key'], [1, 2], ['a']]] }, 'journal must be a list of 2'],
    [{ journal: [[0, 'ok', {}, ['+amount'], [1], [0.5]]] }, 'journal must have whole numbers in a column of differences'],
    [{ journal: [[0, 'ok', {}, ['+amount'], [1], 5]] }, 'journal must be a list'],
    [{ journal: [[0, 'ok', {}, ['#receipt'], [1], ['R-', 1]]] }, 'journal must be a list of 3'],
    [{ journal: [[0, 'ok', {}, ['#receipt'], [1], ['R-', 16, 1]]] }, 'journal must be a whole number from 0 to 15'],
    [{ journal: [[0, 'ok', {}, ['.fact'], [1], null]] }, 'journal must be a text'],
    [{ journal: [[0, 'ok', {}, ['.fact'], [1], [null]]] }, 'journal must be a text'],
    [{ journal: [[256, 'ok', {}, [], [1]]] }, 'journal must be a whole number from 0 to 255'],
    [{ doubleTaps: [[0, 1]] }, 'doubleTaps must be a list of 3'],
  ])('says what is wrong with %j', (change, rule) => {
    expect(broken(change)).toContain(`measurement line: ${rule}`);
  });

  it('says what is wrong with a head', () => {
    const headProblem = (change: object): string => problemOf(summed({ ...SEAL, ...head(), ...change }));
    expect(headProblem({ phases: [{ name: 'x', from: 0 }] })).toContain('phases must be objects with name, from and judged');
    expect(headProblem({ steps: new Array(300).fill('s') })).toContain('steps must have at most 256 items');
    expect(headProblem({ variants: [['pay', 'issuer']] })).toContain('variants must be a list of 3');
    expect(headProblem({ journeys: undefined })).toContain('journeys must be a list');
    expect(headProblem({ seed: null })).toContain('seed must be a number');
    expect(problemOf(summed({ ...SEAL, ...end(), reason: 'bored' }))).toContain('reason must be one of complete, stopped');
  });

  it('never repeats what the line says, and bounds it', () => {
    expect(problemOf('\u001b[31mred')).toBe('measurement line: must be one JSON object, got 8 characters that are not (cut off?)');
    expect(problemOf('x'.repeat(8_388_609))).toContain('must have at most 8388608 characters, got 8388609');
    const long = parse(printed(second({ errors: [[0, 'y'.repeat(5_000), 'system', 1]] })));
    expect('errors' in long && long.errors?.[0]?.[1]).toHaveLength(400);
    const wild = parse(printed(second({ admissions: [[0, 1, -5, 1e15, 2, -1, -3]] })));
    expect('admissions' in wild && wild.admissions?.[0]).toEqual([0, 1, 0, 172_800_999, 2, 0, -3]);
  });
});
