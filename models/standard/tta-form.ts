import { Refusal } from '../refusal.ts';
import type { StandardForm } from '../results/plan/standard-form.ts';
import { type Architecture, architectureOf, type ServerRole } from './architecture.ts';
import { factorProblem } from './factor.ts';
import type { FormPeak } from './form/grounds.ts';
import { formNotes, measuredSentence } from './form/notes.ts';
import { formServer, type ServerInputs } from './form/server.ts';
import type { StandardGiven, StandardSymbol } from './standard-given.ts';
import { TTA_CPU_FACTORS } from './tta-cpu.ts';
import { TTA_DB_FACTORS } from './tta-db.ts';
import { TTA_DISK_FACTORS } from './tta-disk.ts';
import { TTA_MEMORY_FACTORS } from './tta-memory.ts';

/** Values the form is filled from. */
export interface TtaFormInputs {
  readonly peak: FormPeak;
  /** Nodes of the plan, and requests that one works on at the same time. */
  readonly nodes: number;
  /** Nodes that carry the peak alone, when the spare ones are lost. */
  readonly carrying: number;
  readonly serversPerNode: number;
  /** Whether the node was measured: the simulation method of the standard. */
  readonly measured: boolean;
  /** People in the line of a waiting room; 0 without one. */
  readonly queued: number;
  readonly given: StandardGiven;
}

/**
 * The form of the Korean sizing standard: each kind of server of the architecture with every factor, its range, its value and its ground in Korean,
 * beside what the plan demands. Used for public projects, which must file it. What nobody gave and nothing implies stays open (null).
 *
 *   concurrent users  S1 = M3 = λ(R + Z), `concurrentUsers`;   transactions per minute  O1 = 60·λ·transactions a request
 *
 * The peak factors S6 and O3 are 1.2, the least of the standard, where S1 and O1 already are those of the peak.
 * Source: TTAK.KO-10.0292/R3 (2023-12-06), tables 6-7, 7-1, 7-7, 7-8, 7-13, 7-14, 7-16. Refuses values outside the tables, all at once.
 */
export function ttaForm({ peak, nodes, carrying, serversPerNode, measured, queued, given }: TtaFormInputs): StandardForm {
  const { weight, project = null, system = null, reference = null } = given;
  const architecture = architectureOf(weight);
  refuseProblems(given, architecture);
  const servers = architecture.servers.map((role) =>
    formServer({ role, given: ownFactors(given, role), peak, planned: plannedOf(role, { nodes, carrying, measured }) }),
  );
  const demand = { nodes, servers: nodes * serversPerNode, peakRate: peak.peakRate };
  return {
    standard: 'TTAK.KO-10.0292/R3 (2023-12-06)',
    project,
    system,
    architecture: architecture.korean,
    reference,
    servers,
    measured: { ...demand, sentence: measuredSentence(demand, peak, measured) },
    notes: formNotes({ peak, given, servers, queued }),
  };
}

/** Factors of a kind of server before those of all; the users of CPU and memory are the same people. */
function ownFactors(given: StandardGiven, { key }: ServerRole): StandardGiven {
  const own = { ...given, ...given[key] };
  const users = own.S1 ?? own.M3;
  return users === undefined ? own : { ...own, S1: users, M3: users };
}

/** The plan counts the servers that run the application: those with WAS in their name. */
function plannedOf(
  { name }: ServerRole,
  { nodes, carrying, measured }: Pick<TtaFormInputs, 'nodes' | 'carrying' | 'measured'>,
): ServerInputs['planned'] {
  if (!name.includes('WAS')) return null;
  return measured
    ? { count: nodes, carrying, ground: '부하 시험으로 측정한 노드 성능과 최대 요청률', method: '시뮬레이션법' }
    : { count: nodes, carrying, ground: '대기열 모형으로 계산한 노드 수', method: '수식계산법' };
}

const FACTORS = { ...TTA_CPU_FACTORS, ...TTA_DB_FACTORS, ...TTA_MEMORY_FACTORS, ...TTA_DISK_FACTORS };

function refuseProblems(given: StandardGiven, { servers }: Architecture): void {
  const keys = servers.map(({ key }) => key);
  const problems = [...problemsOf('', given)];
  for (const key of ['web', 'was', 'db'] as const) {
    const own = given[key];
    if (own === undefined) continue;
    if (!keys.includes(key))
      problems.push(
        `${key}: must be left out, as weight ${given.weight ?? 1} has no such server of its own; got ${Object.keys(own).join(', ')}`,
      );
    problems.push(...problemsOf(`${key}.`, own, given));
  }
  if (problems.length > 0) throw new Refusal('out-of-range', problems.map((one) => `standard.${one}`).join('; '));
}

/** Values outside the tables, a business use that the kind of server fixes, and users that differ between CPU and memory. */
function problemsOf(at: string, given: StandardGiven, all: StandardGiven = {}): string[] {
  const problems = (Object.keys(FACTORS) as StandardSymbol[]).flatMap((symbol) => {
    if (given[symbol] === undefined) return [];
    const problem = factorProblem(FACTORS[symbol], given[symbol]);
    return problem === null ? [] : [at + problem];
  });
  if (given.S4 !== undefined) problems.push(`${at}S4: must be left out, got ${given.S4}; it is 0.7 for WEB and 2 for WAS, by weight`);
  const [users, inMemory] = [given.S1 ?? all.S1, given.M3 ?? all.M3];
  if (users !== undefined && inMemory !== undefined && users !== inMemory && (given.S1 ?? given.M3) !== undefined)
    problems.push(`${at}M3: must be the concurrent users S1 (${users}), got ${inMemory}; leave it out`);
  return problems;
}
