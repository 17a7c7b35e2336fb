import { describe, expect, it } from 'vitest';
import type { PlanFile } from '../../../models/results/plan/plan.ts';
import { lognormalPeak } from '../../../models/sizing/peak-distribution.ts';
import { planServers } from '../../../models/sizing/plan-servers.ts';
import { USUAL_POLICY } from '../../../models/sizing/policy.ts';
import { planFigures } from '../../../reports/plan/plan-figures.ts';
import { planSentences } from '../../../reports/plan/plan-sentences.ts';

const waitingRoom = { queued: 40_000, requestsPerPerson: 6, arrivalRate: 0 };

const made = (peak: [rate: number, sd: number], node: object = {}, policy: object = {}): PlanFile =>
  planServers({
    peak: lognormalPeak(...peak),
    ground: 'given',
    node: { serviceTime: 0.04, serversPerNode: 8, ...node },
    policy: { ...USUAL_POLICY, budget: { percentile: 99, limit: 0.2 }, waitingRoom, ...policy },
    demand: [{ time: '2026-09-24T00:00:00Z', p50: 900, p80: 1000, p95: 1100 }],
    standard: {},
    assumptions: [],
    warnings: [],
  });
const text = (plan: PlanFile) => planSentences(plan).join('\n');
const alts = (plan: PlanFile) => planFigures(plan).map(({ name, alt }) => [name, alt] as const);

describe('planSentences', () => {
  const launch = made([1200, 0.1]);

  it('says what to run, what the peak alone needs, and what retries do after an overload', () => {
    const { recommended, needed, capacity } = launch;
    expect(text(launch)).toContain(
      `Run ${recommended} nodes so that a zone may fail (${needed.nodes} for the peak alone): p99 stays within 200 ms`,
    );
    expect(text(launch)).toMatch(new RegExp(`The peak stays below 1,410/s with that confidence; it alone needs ${needed.nodes} nodes\\.`));
    // A quarter of the rate with all servers busy: three retries after the first attempt.
    expect(text(launch)).toContain(
      `After an overload, 3 retries per request keep ${recommended} nodes down until traffic falls below ${capacity.nominal / 4}/s.`,
    );
  });

  it('does not call a certain peak a percentile', () => {
    const certain = made([1200, 0]);
    expect(text(certain)).toContain('The peak is 1,200/s, taken as certain; it alone needs');
    expect(text(certain)).not.toContain('stays below');
    const [nodes] = planFigures(certain);
    expect(nodes!.subtitle).toContain('by number of nodes at the peak;');
    expect(nodes!.panels[0]!.marks.flatMap((mark) => (mark.kind === 'line' ? [mark.label] : []))).toEqual(['at the peak']);
  });

  it.each([
    [0, /^(?!.*After an overload)/s],
    [1, /After an overload, 1 retry per request keeps/],
  ])('words %d retries', (retries, words) => expect(text(made([1200, 0.1], {}, { retries }))).toMatch(words));

  it('agrees with one node', () => {
    const small = made([0.001, 0], {}, { zones: 1, deployOut: 0 });
    expect(text(small)).toMatch(/it alone needs 1 node\./);
    const alone = { ...small, recommended: 1, capacity: { ...small.capacity, nodes: 1 }, situations: small.situations.slice(0, 1) };
    expect(text(alone)).toMatch(
      /^Run 1 node for the peak alone: .*\n.*\n1 node holds .*\nAfter an overload, 3 retries per request keep 1 node down/,
    );
    expect(`${text(small)} ${text(alone)}`).not.toMatch(/\b1 (nodes|node are|node hold |carry|people)\b/);
  });

  it('keeps the spare nodes out of the drain, and says so', () => {
    const { needed, recommended, waitingRoom: room } = launch;
    const seconds = (nodes: number) => room!.curve.find((one) => one.nodes === nodes)!.drainSeconds!;
    expect(seconds(recommended)).toBeLessThan(seconds(needed.nodes));
    expect(text(launch)).toContain(`on ${needed.nodes} nodes (${recommended - needed.nodes} spare nodes not counted, no other traffic)`);
    const [, finding] = alts(launch).find(([name]) => name === 'drain')!;
    expect(finding).toMatch(
      new RegExp(`^On the ${needed.nodes} nodes that the peak needs the queue is empty after .*, with the spare nodes serving too after`),
    );
  });

  it('has no waiting room where the policy names none, in sentences, charts and demand', () => {
    const none = { ...launch, waitingRoom: null };
    expect(text(none)).not.toMatch(/waiting room|people/);
    expect(alts(none).map(([name]) => name)).toEqual(['latency-against-nodes', 'demand-against-capacity', 'drivers']);
  });

  it('says that p99 rises with nodes where contention makes it, and only there', () => {
    const contended = made([1200, 0.1], { cs2: 0.5, contention: 0.02 }, { budget: { percentile: 99, limit: 0.4 } });
    const rises =
      /Contention between nodes makes each slower: beyond (\d+) nodes p99 at the median peak rises, from ([\d.]+) ms with \1 nodes to ([\d.]+) ms with \d+ nodes\./;
    const [, , from, to] = rises.exec(text(contended))!;
    expect(Number(to)).toBeGreaterThan(Number(from));
    expect(text(launch)).not.toContain('Contention');
  });

  it('words the interval of a measured node', () => {
    const measured = (low: number | null, high: number | null) =>
      text({
        ...launch,
        node: { ...launch.node, serviceTime: { value: 40, low: 39, high: 41 } },
        needed: { ...launch.needed, low, high },
      });
    expect(measured(8, 8)).toContain('(90 % interval of the measured node: 8 and no other number)');
    expect(measured(8, 11)).toContain(': 8 to 11)');
    expect(measured(8, null)).toContain(': 8 or more, as the service alone may break the budget)');
    expect(measured(null, null)).toContain(': no number of nodes, as the service alone breaks the budget)');
  });
});
