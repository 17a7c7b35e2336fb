import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../models/measurement/fold/fold.ts';
import { isLineProblem, parseMeasurementLine, parseWalkLine } from '../../../../models/measurement/lines/parse-line.ts';
import { end, head, nobody, printed, sample, second } from '../lines.ts';

const problemOf = (text: string): string => {
  const line = parseMeasurementLine(text);
  return isLineProblem(line) ? line.problem : 'no problem';
};
const broken = (change: object): string => problemOf(JSON.stringify({ ...second({ samples: [sample('pay', [1])] }), ...change }));

describe('parseMeasurementLine', () => {
  it('reads what was printed', () => {
    expect(parseMeasurementLine(printed(head()))).toEqual(head());
    expect(parseMeasurementLine(printed(end()))).toEqual(end());
    const full = second({
      samples: [sample('pay', [1, 2])],
      startLag: [0, 1],
      loopLag: [3, 2],
      admissions: [[0, 1, 2, 3, 4]],
      errors: [[1, 'x', 'system', 2]],
      journal: [['k', 5, 'approved', 'r']],
      statuses: [
        [200, 3],
        [404, 1],
      ],
      connections: [2, 1],
      redirects: 4,
      lostPlaces: 1,
      abandoned: 2,
    });
    expect(parseMeasurementLine(printed(full))).toEqual(full);
  });

  it('counts a line that is cut anywhere as a problem and never throws', () => {
    const text = printed(second({ samples: [sample('pay', [1, 2])] }));
    for (let length = 0; length < text.length; length++) expect(isLineProblem(parseMeasurementLine(text.slice(0, length)))).toBe(true);
  });

  it('survives any text and any JSON, and a fold survives whatever it lets through', () => {
    const shaped = fc.record({
      surgeproof: fc.constantFrom('head', 'second', 'end', 'x'),
      vu: fc.anything(),
      second: fc.anything(),
      users: fc.anything(),
      samples: fc.anything(),
      version: fc.constant(2),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          shaped.map((value) => JSON.stringify(value) ?? ''),
        ),
        (text) => {
          const fold = createFold();
          fold.add(parseMeasurementLine(text));
          expect(fold.result().lines + fold.result().problems.count).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });

  it('refuses another version with a sentence that says what to do', () => {
    expect(parseMeasurementLine(printed(head({ version: 1 })))).toEqual({
      problem: 'measurement line: version must be 2, got 1: read this log with the surgeproof that wrote it',
      refused: true,
    });
    expect(parseMeasurementLine('{}')).toMatchObject({ refused: false });
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
    [{ samples: [[1, 0, 0, 1, [3, 0]]] }, 'samples must list counts above 0'],
    [{ loopLag: new Array(1_000_002).fill(1) }, 'loopLag must have at most 1000000 items'],
    [{ admissions: [[0, 1, 'x', 2, 3]] }, 'admissions must be a number'],
    [{ errors: [[0, 5, 'system', 2]] }, 'errors must be a text'],
    [{ errors: [[0, 'x', 'nobody', 2]] }, 'errors must be one of system, third party, unclear, script, client environment'],
    [{ statuses: [[1_000, 1]] }, 'statuses must be a whole number from 0 to 999'],
    [{ connections: [1] }, 'connections must be a list of 2'],
    [{ redirects: -1 }, 'redirects must be a whole number'],
    [{ journal: [['k', 1, 'perhaps', 'r']] }, 'journal must be one of approved, declined, cancelled, unknown'],
  ])('says what is wrong with %j', (change, rule) => {
    expect(broken(change)).toContain(`measurement line: ${rule}`);
  });

  it('says what is wrong with a head', () => {
    const headProblem = (change: object): string => problemOf(JSON.stringify({ ...head(), ...change }));
    expect(headProblem({ phases: [{ name: 'x', from: 0 }] })).toContain('phases must be objects with name, from and judged');
    expect(headProblem({ steps: new Array(300).fill('s') })).toContain('steps must have at most 256 items');
    expect(headProblem({ variants: [['pay', 'issuer']] })).toContain('variants must be a list of 3');
    expect(headProblem({ journeys: undefined })).toContain('journeys must be a list');
    expect(headProblem({ seed: null })).toContain('seed must be a number');
    expect(problemOf(JSON.stringify({ ...end(), reason: 'bored' }))).toContain('reason must be one of complete, stopped');
  });

  it('never repeats what the line says, and bounds it', () => {
    expect(problemOf('\u001b[31mred')).toBe('measurement line: must be one JSON object, got 8 characters that are not (cut off?)');
    expect(problemOf('x'.repeat(8_388_609))).toContain('must have at most 8388608 characters, got 8388609');
    const long = parseMeasurementLine(JSON.stringify(second({ errors: [[0, 'y'.repeat(5_000), 'system', 1]] })));
    expect('errors' in long && long.errors?.[0]?.[1]).toHaveLength(400);
    const wild = parseMeasurementLine(JSON.stringify(second({ admissions: [[0, 1, -5, 1e15, 2]] })));
    expect('admissions' in wild && wild.admissions?.[0]).toEqual([0, 1, 0, 172_800_999, 2]);
  });
});

describe('parseWalkLine', () => {
  const request = {
    ...{ surgeproof: 'walk', journey: 'buy', step: 'items', method: 'GET', path: '/items?page=1', status: 401 },
    ...{ ms: 12.5, cause: 'HTTP 401', body: '{"error":"no token"}' },
  };

  it('reads requests, answered or not, and the end of a journey', () => {
    expect(parseWalkLine(JSON.stringify(request))).toEqual(request);
    const unanswered = { ...request, status: null, cause: null };
    expect(parseWalkLine(JSON.stringify({ ...unanswered, extra: 1 }))).toEqual(unanswered);
    const end = { surgeproof: 'walk-end', journey: 'buy', ended: 'script', reason: 'TypeError: x (buy.ts:21)' };
    expect(parseWalkLine(JSON.stringify(end))).toEqual(end);
  });

  it.each([
    [{ surgeproof: 'second' }, 'surgeproof must be walk or walk-end'],
    [{ status: 'x' }, 'status must be a whole number'],
    [{ cause: 5 }, 'cause must be a text'],
    [{ surgeproof: 'walk-end', ended: 'bored' }, 'ended must be one of finished, gave-up, script'],
  ])('says what is wrong with %j', (change, rule) => {
    expect(parseWalkLine(JSON.stringify({ ...request, ...change }))).toMatchObject({ problem: expect.stringContaining(rule) });
  });
});
