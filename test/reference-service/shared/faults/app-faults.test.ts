import { expect, it } from 'vitest';
import { abilityProblem } from '../../../../reference-service/shared/faults/abilities.ts';
import { obeyFault } from '../../../../reference-service/shared/faults/app-faults.ts';
import { fleetOf, slowness } from '../../../../reference-service/shared/simulation/fleet.ts';
import { strainOf } from '../../../../reference-service/shared/simulation/strain.ts';

const fleet = () => fleetOf({ nodes: 2, workers: 1, queueLimit: 5 }, 1);

it('strains a dependency by its name without an article, and frees it again', () => {
  const nodes = fleet();
  for (const [fault, strained] of [
    [
      { kind: 'latency', on: 'post office', times: 3, plus: 50 },
      { times: 3, plus: 50 },
    ],
    [{ kind: 'errors', on: 'post office', share: 0.2 }, { errors: 0.2 }],
    [{ kind: 'capacity', on: 'post office', to: 0.5 }, { capacity: 0.5 }],
  ] as const) {
    obeyFault({ fault, seconds: 5 }, nodes);
    expect(strainOf('the post office')).toMatchObject(strained);
    obeyFault({ fault, seconds: 0, ends: true }, nodes);
    expect(strainOf('post office')).toEqual({ times: 1, plus: 0, errors: 0, capacity: 1 });
  }
});

it('kills a node for good, or until the end of the fault', () => {
  const nodes = fleet();
  obeyFault({ fault: { kind: 'restart-node', node: 1 }, seconds: 5 }, nodes);
  expect(nodes.alive).toBe(1);
  obeyFault({ fault: { kind: 'restart-node', node: 1 }, seconds: 0, ends: true }, nodes);
  expect(nodes.alive).toBe(2);
  obeyFault({ fault: { kind: 'kill-node', node: 2 }, seconds: 5 }, nodes);
  obeyFault({ fault: { kind: 'kill-node', node: 2 }, seconds: 0, ends: true }, nodes);
  expect(nodes.alive).toBe(1);
});

it('makes a node slow, less and less so', () => {
  expect(slowness({ times: 3, from: 0, milliseconds: 1_000 }, 250)).toBe(2.5);
  expect(slowness({ times: 3, from: 0, milliseconds: 1_000 }, 5_000)).toBe(1);
  obeyFault({ fault: { kind: 'slow-start', node: 1, times: 3 }, seconds: 1 }, fleet());
});

it('refuses what an app cannot do, and a service what it has not', () => {
  const partition = { kind: 'partition', between: 'app-ledger', direction: 'both', share: 1 } as const;
  expect(() => obeyFault({ fault: partition, seconds: 1 }, fleet())).toThrow('an app cannot do a fault of kind partition');
  const abilities = { partitions: ['app-ledger'], dependencies: ['bank'] };
  expect(abilityProblem('shop', abilities, partition)).toBeNull();
  expect(abilityProblem('shop', abilities, { kind: 'errors', on: 'post', share: 1 })).toBe('on: must be one of bank, got post');
  expect(abilityProblem('shop', undefined, partition)).toBe(
    'between: must be left out for shop, which has none that can be broken, got app-ledger',
  );
  expect(abilityProblem('shop', undefined, { kind: 'kill-node', node: 1 })).toBeNull();
});
