import { BALANCERS, type Balancer } from '../../models/results/plan/balancer.ts';
import type { NodeByHand } from '../../models/sizing/plan-servers.ts';
import { USUAL_POLICY } from '../../models/sizing/policy.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { amount, budget, type Problem, perSecond, seconds, share } from './amounts.ts';

/** Options as the command line passes them. */
export interface SizeOptions {
  readonly peak?: string;
  readonly sd?: string;
  readonly forecast?: string;
  readonly unit?: string;
  readonly surge?: string;
  readonly run?: string;
  readonly serviceTime?: string;
  readonly serversPerNode?: string;
  readonly cs2?: string;
  readonly capacity?: string;
  readonly service?: string;
  readonly budget?: string;
  readonly confidence?: string;
  readonly zones?: string;
  readonly retries?: string;
  readonly balancer?: string;
  readonly arrivals?: string;
  readonly policy?: string;
  readonly out?: string;
}

/** Options as values. Times in seconds. */
export interface SizeCall {
  readonly peak: { readonly mean: number; readonly sd: number } | { readonly file: string };
  readonly node: NodeByHand | { readonly file: string };
  readonly budget: { readonly percentile: number; readonly limit: number } | undefined;
  readonly confidence: number | undefined;
  readonly zones: number | undefined;
  readonly retries: number | undefined;
  readonly balancer: Balancer | undefined;
  /** File of arrivals. */
  readonly arrivals: string | undefined;
}

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'problem' in value;

/** Reads all options; throws with all their problems at once. */
export function readOptions(options: SizeOptions): SizeCall {
  const problems: string[] = [...pairProblems(options)];
  const read = <Value>(text: string | undefined, reader: (text: string) => Value | Problem): Value | undefined => {
    if (text === undefined) return undefined;
    const value = reader(text);
    if (!isProblem(value)) return value;
    problems.push(value.problem);
    return undefined;
  };
  const mean = read(options.peak, (text) => perSecond('--peak', text));
  const sd = read(options.sd, (text) => spread(share('--sd', text), text)) ?? 0;
  const serviceTime = read(options.serviceTime, (text) => seconds('--service-time', text));
  const serversPerNode = read(options.serversPerNode, (text) => amount('--servers-per-node', text, { least: 1, whole: true }));
  const cs2 = read(options.cs2, (text) => amount('--cs2', text, { least: 0, whole: false }));
  const call = {
    budget: read(options.budget, (text) => budget('--budget', text)),
    confidence: read(options.confidence, (text) => confidence(share('--confidence', text), text)),
    zones: read(options.zones, (text) => amount('--zones', text, { least: 1, whole: true })),
    retries: read(options.retries, (text) => amount('--retries', text, { least: 0, whole: true })),
    balancer: read(options.balancer, (text) => balancer(text)),
    arrivals: options.arrivals,
  };
  if (problems.length > 0) throw new SurgeproofError('invalid-options', { problems });
  const file = options.capacity ?? options.service;
  return {
    ...call,
    peak: options.forecast === undefined ? { mean: mean!, sd } : { file: options.forecast },
    node:
      file === undefined ? { serviceTime: serviceTime!, serversPerNode: serversPerNode!, ...(cs2 === undefined ? {} : { cs2 }) } : { file },
  };
}

/** The widest standard deviation of a peak that a lognormal distribution is fitted to. */
const WIDEST_SD = 5;

const spread = (value: number | Problem, text: string): number | Problem =>
  isProblem(value) || value <= WIDEST_SD ? value : { problem: `--sd: must be at most ${100 * WIDEST_SD}%, got ${text}` };

const confidence = (value: number | Problem, text: string): number | Problem =>
  typeof value === 'number' && value >= 0.5 && value <= 0.999
    ? value
    : { problem: `--confidence: must be from 50% to 99.9%, got ${text}; the default is ${100 * USUAL_POLICY.confidence}%` };

const balancer = (text: string): Balancer | Problem =>
  BALANCERS.find((one) => one === text.trim()) ?? { problem: `--balancer: must be ${sayChoices(BALANCERS)}, got ${text}` };

const sayChoices = (choices: readonly string[]) => `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;

/** Sentences about options that exclude or require one another. */
function pairProblems(options: SizeOptions): string[] {
  const { peak, sd, forecast, capacity, serviceTime, serversPerNode, cs2, budget, policy } = options;
  const found: string[] = [...unitProblems(options), ...serviceProblems(options)];
  if ((peak === undefined) === (forecast === undefined))
    found.push(
      `--peak, --forecast: exactly one must be given, got ${peak === undefined ? 'neither' : 'both'}; by hand: --peak 1200/s --sd 10%`,
    );
  if (sd !== undefined && peak === undefined) found.push('--sd: requires --peak, got none; a forecast has its own spread');
  if (options.service !== undefined) return found;
  const byHand = [serviceTime, serversPerNode, cs2].some((one) => one !== undefined);
  if (capacity === undefined && (serviceTime === undefined || serversPerNode === undefined))
    found.push('--capacity, or --service-time and --servers-per-node: must be given; by hand: --service-time 40ms --servers-per-node 8');
  if (capacity !== undefined && byHand)
    found.push('--capacity: must be given without --service-time, --servers-per-node and --cs2, got both; it holds the measured node');
  if (budget === undefined && policy === undefined) found.push('--budget: must be given here or in the policy, such as --budget p99=200ms');
  return found;
}

/** Sentences about options that describe one node, beside a file that describes all tiers. */
function serviceProblems({ service, ...options }: SizeOptions): string[] {
  if (service === undefined) return [];
  const one = { '--capacity': options.capacity, '--service-time': options.serviceTime, '--servers-per-node': options.serversPerNode };
  const given = Object.entries({ ...one, '--cs2': options.cs2, '--budget': options.budget, '--retries': options.retries })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  const traffic = Object.entries({ '--balancer': options.balancer, '--arrivals': options.arrivals })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  return [
    ...(given.length === 0
      ? []
      : [`--service: must be given without ${given.join(', ')}; the file says what its tiers do and what each class may take`]),
    ...(traffic.length === 0
      ? []
      : [
          `--service: must be given without ${traffic.join(', ')}; each tier is taken as one line with Poisson arrivals, so size the nodes of a tier alone with ${traffic.length === 1 ? 'it' : 'them'}`,
        ]),
  ];
}

/** Sentences about what the peak counts. */
function unitProblems({ peak, unit, surge, run }: SizeOptions): string[] {
  const found: string[] = [];
  if (surge !== undefined && run !== undefined) found.push('--surge, --run: at most one must be given, got both; a run holds its surge');
  if (unit !== undefined && peak === undefined) found.push(`--unit: requires --peak, got ${unit} alone; a forecast says its unit itself`);
  if (unit?.trim() === '') found.push('--unit: must be what --peak counts, such as payments, got nothing');
  return found;
}
