import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as defaults from '../../models/definition/resolve/built-in-defaults.ts';
import { resolveConfig } from '../../models/definition/resolve/resolve-config.ts';
import { resolveSurge } from '../../models/definition/resolve/resolve-surge.ts';
import { sayDuration, sayShare } from '../../models/definition/units/say-units.ts';
import type { StepBudget } from '../../models/workload/surge/budget.ts';
import { PEOPLE_LIMITS } from '../../models/workload/surge/people-limits.ts';
import { WAITING_ROOM_STEPS } from '../../models/workload/surge/waiting-room-steps.ts';
import { builtInSurges } from '../../scripts/surge-file/built-in-surges.ts';
import { loadSource } from '../../scripts/surge-file/load-surge.ts';

const PAGE = 'docs/reference/budgets.md';
const page = readFileSync(PAGE, 'utf8');
const { STEP_BUDGET, WAITING_ROOM_BUDGET, QUEUE_LIMITS, HUMAN_RETRY } = defaults;

const time = (ms: number | null): string => (ms === null ? 'none' : sayDuration(ms));
const share = (value: number | null): string => (value === null ? 'none' : sayShare(value));
const count = (value: number): string => value.toLocaleString('en-US');
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const limits = ({ p50, p95, p99, errorShare, minSamples }: StepBudget) => [time(p50), time(p95), time(p99), share(errorShare), minSamples];

/** First cells of the rows of a table; what follows in a row says where the number is from. */
const builtIn: readonly (readonly [name: string, ...values: (string | number)[]])[] = [
  ['`budget`', ...limits(STEP_BUDGET)],
  ['`waitingRoomBudget`', ...limits(WAITING_ROOM_BUDGET)],
  ['`stretch`', time(STEP_BUDGET.stretch)],
  ['`burst`', time(WAITING_ROOM_BUDGET.burst)],
  ['`queue.maxInversionShare`', share(QUEUE_LIMITS.maxInversionShare)],
  ['`queue.minKendallTau`', QUEUE_LIMITS.minKendallTau],
  ['`queue.maxLostPlaces`', QUEUE_LIMITS.maxLostPlaces],
  ['`queue.maxAbandonedShare`', share(QUEUE_LIMITS.maxAbandonedShare)],
  ['`queue.maxAnnouncedError`', share(QUEUE_LIMITS.maxAnnouncedError)],
  ['`queue.minAnnouncedShare`', share(QUEUE_LIMITS.minAnnouncedShare)],
  ['`queue.announcedGrace`', sayDuration(1_000 * QUEUE_LIMITS.announcedGraceSeconds)],
  ['`retry.again`', share(HUMAN_RETRY.probability)],
  ['`retry.atMost`', HUMAN_RETRY.maxRetries],
  ['`retry.quick`', `${HUMAN_RETRY.quickRetries} times, ${time(HUMAN_RETRY.quickLow)} to ${time(HUMAN_RETRY.quickHigh)}`],
  ['`retry.slow`', `median ${time(HUMAN_RETRY.slowMedian)}, p95 ${time(HUMAN_RETRY.slowP95)}`],
  ['`timeout`', time(defaults.CLIENT_TIMEOUT)],
  ['`patience`', time(defaults.PATIENCE)],
  ['`served`', share(PEOPLE_LIMITS.servedShare)],
  ['`left`', share(PEOPLE_LIMITS.leftShare)],
  ['`unfinished`', share(PEOPLE_LIMITS.unfinishedShare)],
  ['`maximumArrivalRate`', `${count(defaults.MAXIMUM_ARRIVAL_RATE)}/s`],
];

const HEAD = [row('step', 'p50', 'p95', 'p99', 'errors', 'samples', 'kind'), '| --- | --- | --- | --- | --- | --- | --- |'];

/** Budgets of a shipped surge in its largest profile, as a table. */
async function tableOf(file: string): Promise<string> {
  const { definition } = await loadSource({ file, contents: null });
  const profileName = Object.keys(definition.profiles as object).at(-1)!;
  const config = resolveConfig(undefined);
  if (!('config' in config)) throw new Error('the built-in defaults must be sound');
  const resolved = resolveSurge({
    definition,
    profileName,
    config: config.config,
    target: { hasWaitingRoom: definition.lanes !== undefined, isService: true },
  });
  if (!('resolved' in resolved)) throw new Error(JSON.stringify(resolved.problems));
  const room: readonly string[] = WAITING_ROOM_STEPS.map(({ name }) => name);
  const { steps } = resolved.resolved.configuration.budgets;
  const rows = Object.entries(steps).filter(([name]) => !room.includes(name));
  return [...HEAD, ...rows.map(([name, budget]) => row(name, ...limits(budget), budget.kind))].join('\n');
}

describe(PAGE, () => {
  it.each(builtIn)('has the built-in default of %s', (...cells) => expect(page).toContain(row(...cells).slice(0, -1)));

  it.each(builtInSurges().map(({ name, file }) => [name, file] as const))('has the budgets of %s', async (name, file) => {
    expect(page).toContain(`\`${name}\``);
    expect(page).toContain(await tableOf(file));
  });
});
