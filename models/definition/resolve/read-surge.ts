import { type Fields, fieldsOf, problem } from '../../workload/checks/problem.ts';
import type { QueueLimits } from '../../workload/surge/budget.ts';
import type { Surge } from '../../workload/surge/surge.ts';
import type { Accounts } from '../accounts.ts';
import type { Problems } from '../units/read-units.ts';
import { readAudit } from './audit/audit.ts';
import { type GivenPeople, readPeople } from './people.ts';
import { type ProfileContext, type ReadProfile, readProfile } from './profile/profile.ts';
import type { ResolvedConfig } from './resolved-config.ts';
import { readAccounts } from './surge/accounts.ts';
import { readDemand } from './surge/demand.ts';
import { checkDialect } from './surge/dialect.ts';
import { readFacts } from './surge/facts.ts';
import { type ReadJourney, readJourneys } from './surge/journeys.ts';
import { meanCost, readLanes } from './surge/lanes.ts';
import { readQueue } from './surge/queue.ts';
import { type ReadStep, readSteps } from './surge/steps.ts';
import { checkName, readFields, readNamed, readRequiredText, readText, titleOf } from './values/read-values.ts';

const FIELDS = [
  'name',
  'title',
  'story',
  'target',
  'accounts',
  'demand',
  'steps',
  'lanes',
  'queue',
  'people',
  'waitingRoom',
  'journeys',
  'profiles',
  'facts',
  'audit',
] as const;

/** What a run knows of its target before the surge is read. */
export interface TargetKind {
  readonly hasWaitingRoom: boolean;
  /** A reference service that surgeproof starts. */
  readonly isService: boolean;
}

function checkTarget(value: unknown, problems: Problems): void {
  if (typeof value === 'string' && value.trim() !== '') return;
  const fields = fieldsOf(value);
  if (fields === null) {
    problems.push(problem('target', 'be the name of a target in k6.config.ts, a loopback address or { service: … }', value));
    return;
  }
  readFields(fields, ['service'], 'target', problems);
  readRequiredText(fields.service, 'target.service', problems);
}

function readProfiles(value: unknown, context: ProfileContext, problems: Problems): readonly ReadProfile[] {
  const path = 'profiles';
  if (Object.keys(fieldsOf(value) ?? { none: 0 }).length === 0)
    problems.push({ path, message: 'must have at least one profile, got none' });
  return readNamed(value, path, problems, (profile, here, name) => readProfile(profile, name, context, here, problems)).flatMap(
    (entry) => entry.value ?? [],
  );
}

/** A surge file, read and checked; what no run can change. */
export interface ReadSurge extends Pick<Surge, 'name' | 'title' | 'story' | 'facts' | 'demand' | 'lanes' | 'audit'> {
  readonly steps: readonly ReadStep[];
  readonly journeys: readonly ReadJourney[];
  readonly queue: QueueLimits;
  readonly people: GivenPeople;
  readonly accounts: Accounts<unknown> | null;
  readonly profiles: readonly ReadProfile[];
  /** Which of these the file gives. */
  readonly says: { readonly lanes: boolean; readonly queue: boolean; readonly perPerson: boolean; readonly waitingRoom: boolean };
}

/** Reads the fields of a surge file. What is wrong becomes a problem, and what is returned then holds stand-ins. */
export function readSurge(file: Fields, { defaults }: ResolvedConfig, target: TargetKind, problems: Problems): ReadSurge {
  const fields = readFields(file, FIELDS, '', problems) ?? {};
  checkName(fields.name, 'name', problems);
  checkTarget(fields.target, problems);
  checkDialect(fields.waitingRoom, 'waitingRoom', problems);
  const name = String(fields.name);
  const steps = readSteps(fields.steps, problems);
  const journeys = readJourneys(fields.journeys, problems);
  const stepNames = steps.map(({ step }) => step.name);
  const lanes = readLanes(fields.lanes, journeys, problems);
  const context = { steps, defaults, ...target, meanCost: meanCost(journeys, lanes) };
  return {
    name,
    title: readText(fields.title, titleOf(name), 'title', problems),
    story: readText(fields.story, '', 'story', problems),
    facts: readFacts(fields.facts, problems),
    audit: readAudit(fields.audit, stepNames, problems),
    demand: readDemand(fields.demand, stepNames, journeys, problems),
    lanes,
    steps,
    journeys,
    queue: readQueue(fields.queue, defaults.queue, 'surge file', 'queue', problems),
    people: readPeople(fields.people, 'people', problems),
    accounts: readAccounts(fields.accounts, problems),
    profiles: readProfiles(fields.profiles, context, problems),
    says: {
      lanes: fields.lanes !== undefined || journeys.some(({ lane }) => lane !== null),
      queue: fields.queue !== undefined,
      waitingRoom: fields.waitingRoom !== undefined,
      perPerson: fieldsOf(fields.demand)?.perPerson !== undefined,
    },
  };
}
