import { describe, expect, it } from 'vitest';
import { made, syntheticPeople } from '../../../../../models/definition/account-sources.ts';
import { resolved, sentences, smallest } from '../resolved.ts';

describe('steps', () => {
  it('keep their order, titles and tags', () => {
    const steps = { 'open-app': { tags: { carrier: ['SKT', 'KT'] } }, items: { title: 'See the items', rare: true } };
    expect(resolved({ ...smallest, steps }).configuration.surge.steps).toEqual([
      { name: 'open-app', title: 'Open app', room: false, rare: false, tags: { carrier: ['SKT', 'KT'] } },
      { name: 'items', title: 'See the items', room: false, rare: true, tags: {} },
    ]);
  });

  it('are split into few values', () => {
    const values = Array.from({ length: 51 }, (_, id) => `item ${id}`);
    expect(sentences({ ...smallest, steps: { items: { tags: { item: values } } } })).toEqual([
      'steps.items.tags.item: must be at most 50 values, got 51; group them',
    ]);
  });

  it('may have names that every object has', () => {
    const { budgets } = resolved({ ...smallest, steps: { constructor: {}, items: {} } }).configuration;
    expect(budgets.steps.constructor).toMatchObject({ p95: 1_000 });
  });
});

describe('accounts', () => {
  it('may be made up or made by a function', () => {
    const own = made((number) => number);
    expect(resolved({ ...smallest, accounts: own }).accounts).toBe(own);
    expect(resolved({ ...smallest, accounts: syntheticPeople() }).accounts).toEqual({ from: 'synthetic-people' });
  });

  it('are refused when they are something else', () => {
    expect(sentences({ ...smallest, accounts: made(7 as never) })).toEqual([
      'accounts: must be made() of a function: made((number) => ({ … }))',
    ]);
  });
});

describe('what a surge may leave out', () => {
  it.each([
    [{ demand: { unit: 'payments', step: 'items', journeys: [] } }, 'demand.journeys: must be a list of journeys or be left out, got []'],
    [{ facts: 7 }, 'facts: must be an object of facts, got 7'],
    [{ lanes: {} }, 'lanes: must have at least one lane or be left out, got {}'],
    [{ lanes: 7 }, 'lanes: must be an object by name, got 7'],
  ])('is refused when it is wrong: %j', (fields, sentence) => {
    expect(sentences({ ...smallest, ...fields })[0]).toBe(sentence);
  });

  it('keeps its facts', () => {
    const facts = { people: { value: 40_000, unit: 'people', source: 'press', kind: 'stated' } };
    expect(resolved({ ...smallest, facts }).configuration.surge.facts).toEqual(facts);
  });
});
