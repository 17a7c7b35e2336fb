import { Refusal } from '../refusal.ts';

/** The refusal of every queue without abandonment whose load reaches its servers. */
export function unstableLoad(servers: number, load: number): Refusal {
  const least = Math.floor(load) + 1;
  return new Refusal(
    'unstable',
    `servers: ${servers} cannot carry a load of ${load} erlang, the queue grows without end; give at least ${least} servers or a smaller load`,
  );
}
