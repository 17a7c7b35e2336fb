import { expect, it } from 'vitest';
import type { FaultAction, PlannedFault } from '../../../../models/workload/surge/fault.ts';
import { breakerOf } from '../../../../scripts/rehearse/faults/breaker-of.ts';

const planned = (action: FaultAction): PlannedFault => ({ title: 'a', from: 1, to: 4, cutSeconds: 0, action });

it('leaves faults of a service to the service, with their length', async () => {
  const seen: unknown[] = [];
  const breaker = breakerOf({ disturb: async (...args) => void seen.push(args), restore: async (action) => void seen.push([action]) });
  const action = { kind: 'errors', on: 'bank', share: 1 } as const;
  await breaker.begin(planned(action));
  await breaker.end(planned(action));
  expect(seen).toEqual([[action, 3], [action]]);
});

it('runs commands itself, and can do nothing else to a target that it did not start', async () => {
  const breaker = breakerOf(null);
  const command = planned({ kind: 'command', run: ['true'], undo: ['true'], timeout: 1_000 });
  await breaker.begin(command);
  await breaker.end(command);
  await expect(breaker.begin(planned({ kind: 'kill-node', node: 1 }))).rejects.toThrow('was not started by surgeproof');
});
