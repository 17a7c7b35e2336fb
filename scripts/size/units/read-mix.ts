import { join } from 'node:path';
import { readDemand } from '../../../models/definition/resolve/surge/demand.ts';
import { readJourneys } from '../../../models/definition/resolve/surge/journeys.ts';
import type { PeopleMix } from '../../../models/sizing/units/per-person.ts';
import { fieldsOf, type Problem } from '../../../models/workload/checks/problem.ts';
import type { Quantity } from '../../../models/workload/surge/quantity.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { FILES } from '../../run-folder/file-names.ts';
import { findRun } from '../../run-folder/find-run.ts';
import { readJson } from '../../run-folder/read-json.ts';
import { runsFolder } from '../../run-folder/runs-folder.ts';
import { manifestSchema } from '../../schemas/run/manifest.ts';
import { runSchema } from '../../schemas/run/run.ts';
import { loadSurge } from '../../surge-file/load-surge.ts';
import { dryWalk, type WalkedJourney } from './dry-walk.ts';

/** A mix, and where it was taken from. */
export interface KnownMix {
  readonly mix: PeopleMix & { readonly visits: NonNullable<PeopleMix['visits']> };
  /** In words, for sentences. */
  readonly from: string;
  /** Ground of the visits. */
  readonly ground: Pick<Quantity, 'source' | 'kind'>;
  readonly warnings: readonly string[];
}

/** The mix of a surge file: shares and demand as written, requests by a walk with made-up answers. */
export async function mixOfSurge(named: string): Promise<KnownMix> {
  const { definition, file } = await loadSurge(named);
  const problems: Problem[] = [];
  const journeys = readJourneys(definition.journeys, problems);
  const steps = Object.keys(fieldsOf(definition.steps) ?? {});
  const demand = readDemand(definition.demand, steps, journeys, problems);
  if (problems.length > 0)
    throw new SurgeproofError('broken-file', { file, problems: problems.map(({ path, message }) => `${path}: ${message}`) });
  const functions = fieldsOf(definition.journeys) ?? {};
  const walked = journeys.map(({ name, share }) => ({ name, share, run: fieldsOf(functions[name])?.run as WalkedJourney['run'] }));
  const { visits, cutShort } = await dryWalk(walked);
  const ends = cutShort.map(({ journey, step }) => `${journey} after ${step}`).join(', ');
  const warnings = ends === '' ? [] : [`a made-up answer ended journeys (${ends}): their people make at least these requests; ${MEASURE}`];
  const source = 'counted on a walk with made-up answers; --run takes what was measured';
  return { mix: { demand, steps, visits }, from: `the surge ${String(definition.name)}`, ground: { source, kind: 'assumed' }, warnings };
}

const MEASURE = 'give --run <folder> of a rehearsal, which counted them';

/** The mix of a rehearsal: its requests by step over the people who came in. */
export async function mixOfRun(named: string): Promise<KnownMix> {
  const folder = findRun(named, runsFolder(process.env));
  const manifest = await readJson(join(folder, FILES.manifest), 'manifest', manifestSchema, 2);
  const run = await readJson(join(folder, FILES.run), 'run', runSchema, 2);
  if (manifest === null || run === null)
    throw new SurgeproofError('unreadable-run', { folder, reason: 'it has no run.json; `surgeproof report` writes it' });
  const { surge } = manifest.configuration;
  // Who left the line makes no requests behind it.
  const people = run.queue === null ? run.users.arrived : run.queue.admitted;
  if (people === 0) throw new SurgeproofError('unreadable-run', { folder, reason: 'nobody came in, so that nothing was counted' });
  const inside = run.steps.filter(({ room }) => !room);
  const visits = Object.fromEntries(inside.map(({ step, attempts }) => [step, attempts / people]));
  const source = `measured in the run ${run.id}: requests by step over ${people.toLocaleString('en')} people, tries again included`;
  return {
    mix: { demand: surge.demand, steps: inside.map(({ step }) => step), visits },
    from: `the run ${run.id}`,
    ground: { source, kind: 'measured' },
    warnings: [],
  };
}
