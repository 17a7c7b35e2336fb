import { expect, it } from 'vitest';
import { BENCH_SURGE } from '../../../../scripts/bench/harness/bench-run.ts';
import { loadSurge } from '../../../../scripts/surge-file/load-surge.ts';

it('has the steps, journeys and lanes of the surge file that k6 runs', async () => {
  const { definition } = await loadSurge('engine/bench/five-steps.surge.ts');
  const names = (list: readonly { readonly name: string; readonly room?: boolean }[]): string[] =>
    list.filter(({ room }) => room !== true).map(({ name }) => name);
  const { name, steps, journeys, lanes } = definition;
  expect([BENCH_SURGE.name, names(BENCH_SURGE.steps), names(BENCH_SURGE.journeys), names(BENCH_SURGE.lanes)]).toEqual([
    name,
    ...[steps, journeys, lanes].map((part) => Object.keys(part as object)),
  ]);
});
