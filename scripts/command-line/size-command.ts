import { type AddCommands, examples, GROUPS } from './command-group.ts';

/** What people ask most. */
const EXAMPLES: readonly Parameters<typeof examples>[1][] = [
  [
    'surgeproof size --peak 1200/s --sd 10% --service-time 40ms --servers-per-node 8 --budget p99=200ms',
    'nodes for a peak of 1,200 requests a second',
  ],
  [
    'surgeproof size --peak 1200/s --unit payments --surge ./sale.surge.ts --service-time 40ms --servers-per-node 8 --budget p99=200ms',
    'nodes for 1,200 payments a second: the surge says how many people that are, and how many requests they make',
  ],
  [
    'surgeproof size --forecast forecast.json --run runs/latest --capacity capacity.json --policy policy.json --out plan',
    'the same from a forecast, with the requests per person of a rehearsal; writes plan/, with files for autoscalers where the forecast knows hours',
  ],
  [
    'surgeproof size --peak 1200/s --unit payments --service service.json',
    'which tier breaks first (app, database, partner), at which rate, and what the peak needs of each',
  ],
];

/** `surgeproof size`. */
export const sizeCommand: AddCommands = (program, console, end) => {
  const command = program
    .command('size')
    .helpGroup(GROUPS.plan)
    .description('say how many nodes keep a latency budget at a forecast peak, with which confidence, and why')
    .option('--peak <rate>', 'mean of the peak, such as 1200/s')
    .option('--sd <share>', 'standard deviation of the peak, such as 10%')
    .option('--forecast <file>', 'forecast.json, in place of --peak')
    .option('--unit <what>', 'what --peak counts, such as payments (default: requests)')
    .option('--surge <name>', 'surge whose people make what the peak counts: from payments to people to requests')
    .option('--run <folder>', 'run folder in place of --surge, whose requests per person were measured')
    .option('--service-time <time>', 'mean service time, such as 40ms')
    .option('--servers-per-node <number>', 'requests that a node works on at the same time')
    .option('--cs2 <number>', 'squared coefficient of variation of the service time (default: 1, exponential)')
    .option('--capacity <file>', 'capacity.json with measured steps, in place of a node described by flags')
    .option('--service <file>', 'service.json with the tiers of a service and its classes of requests, in place of one node')
    .option('--budget <budget>', 'latency budget, such as p99=200ms')
    .option('--confidence <share>', 'confidence with which the budget must hold (default: 95%)')
    .option('--zones <number>', 'zones, of which one may fail (default: 3)')
    .option('--retries <number>', 'attempts of a client after a failed one (default: 3)')
    .option('--balancer <kind>', 'shared, fewest-requests, round-robin or random (default: random, the worst)')
    .option('--arrivals <file>', 'times of past arrivals (one a line, CSV or access log), to see their bursts (default: none, Poisson)')
    .option('--policy <file>', 'policy.json with these and further decisions')
    .option('--out <folder>', 'write plan.json, plan.html, the form of the Korean sizing standard and files for autoscalers there')
    .option('--json', 'print plan.json')
    .action(async (options) => end(await (await import('../commands/size.ts')).size(options, console)));
  examples(command, ...EXAMPLES);
};
