import { describe, expect, it } from 'vitest';
import { calcFunctions } from '../../../scripts/calc/registry.ts';
import { runCalc } from '../../../scripts/calc/run-calc.ts';

const rates = { arrivalRate: 8, serviceRate: 1, servers: 10 };
const network = { stations: [{ demand: 1, servers: 2 }], think: 1, population: 3 };
const exampleOf = (fn: string) => calcFunctions.get(fn)!.example;

const errorOf = async (fn: string, args: Record<string, unknown>) => {
  const answer = await runCalc(fn, args);
  return 'error' in answer ? answer.error : undefined;
};

describe('runCalc', () => {
  it.each([...calcFunctions.keys()])('answers the example of %s', async (fn) => {
    expect(await runCalc(fn, exampleOf(fn))).toHaveProperty('value');
  });

  it('has the 38 functions of the table', () => expect(calcFunctions.size).toBe(38));

  it('names an unknown function without looking at prototypes', async () => {
    for (const fn of ['erlang-x', 'constructor', '__proto__']) expect((await errorOf(fn, {}))?.code).toBe('unknown-function');
  });

  it('tells all problems of the arguments at once', async () => {
    const error = await errorOf('erlang-b', { load: '20', wait: 3 });
    expect(error?.code).toBe('unknown-argument');
    expect(error?.message).toBe(
      '"wait": is not an argument, must be one of load, servers; load: must be a finite number, got "20"; servers: must be given, a finite number',
    );
  });

  it.each([
    ['mmc', { ...rates, percentiles: [] }, 'percentiles: must be a list of numbers, got []'],
    ['backlog', { arrivals: [[1]], capacity: [[0, 1]] }, 'arrivals: must be a list of [time, rate] pairs, got [[1]]'],
    ['mva', { ...network, stations: [{ demand: 1, speed: 2 }] }, /^stations: must be a list of \{ "demand"/],
    ['mva', { ...network, stations: [null] }, /got \[null\]/],
    ['kneedle', { ...exampleOf('kneedle'), online: 'yes' }, 'online: must be true or false, got "yes"'],
    ['kneedle', { ...exampleOf('kneedle'), curve: 'round' }, 'curve: must be one of concave, convex, got "round"'],
    ['erlang-c', { load: Number.NaN, servers: 1 }, 'load: must be a finite number, got NaN'],
    ['erlang-c', { load: 'x'.repeat(100), servers: 1 }, /x…$/],
    ['erlang-c', { load: undefined, servers: 1 }, /got undefined/],
  ])('refuses the wrong shape of an argument of %s', async (fn, args, message) => {
    const error = await errorOf(fn, args as Record<string, unknown>);
    expect(error?.code).toBe('wrong-type');
    expect(error?.message).toMatch(message);
  });

  it('passes a model’s refusal on', async () => {
    expect((await errorOf('servers-for-response', { arrivalRate: 10, serviceTime: 1, percentile: 99, budget: 1 }))?.code).toBe(
      'infeasible',
    );
    expect((await errorOf('erlang-c', { load: 5, servers: 5 }))?.code).toBe('unstable');
    expect((await errorOf('erlang-c', { load: 5, servers: 5.5 }))?.code).toBe('out-of-range');
  });

  // Whoever writes 20 or 2 for a share means percent or a multiple: the sentence says how a share is written.
  it.each([
    ['servers-for-delay', 'loadSd', 2],
    ['servers-for-delay', 'delayProbability', 5],
    ['halfin-whitt', 'delayProbability', 20],
    ['servers-for-abandonment', 'abandonment', 5],
    ['retry-amplification', 'failure', 10],
    ['retrial', 'leaveProbability', 10],
    ['k-of-n', 'availability', 99],
    ['fan-out', 'probability', 1.5],
    ['usl-fit', 'confidence', 95],
    ['gi1-bounds', 'utilisation', 50],
    ['staffing-sine', 'delayProbability', 20],
    ['hpa', 'tolerance', 10],
  ])('refuses a share above 1: %s %s %d', async (fn, name, value) => {
    const { beta: _, ...example } = exampleOf(fn);
    const error = await errorOf(fn, { ...example, [name]: value });
    expect(error?.code).toBe('out-of-range');
    expect(error?.message).toMatch(new RegExp(`^${name}: must be .*, got ${value}; it is a share: 0.2 for 20 %$`));
  });

  it('answers no Infinity', async () => {
    const error = await errorOf('poll-rate', { users: 1e300, interval: 1e-300 });
    expect(error).toMatchObject({ code: 'no-answer', message: expect.stringMatching(/^poll-rate: the arguments lead out of the range/) });
  });
});
