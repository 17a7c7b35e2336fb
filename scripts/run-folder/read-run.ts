import { join } from 'node:path';
import { createFold } from '../../models/measurement/fold/fold.ts';
import type { FoldedRun } from '../../models/measurement/folded-run.ts';
import { isLineProblem, parseMeasurementLine } from '../../models/measurement/lines/parse-line.ts';
import type { AuditFile } from '../../models/results/audit.ts';
import type { EndingFile } from '../../models/results/ending.ts';
import type { FaultsFile } from '../../models/results/faults.ts';
import type { GeneratorHealth } from '../../models/results/generator-health.ts';
import type { ManifestFile } from '../../models/results/manifest.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { faultsSchema } from '../schemas/fault.ts';
import { auditSchema } from '../schemas/run/audit/audit.ts';
import { endingSchema } from '../schemas/run/ending.ts';
import { generatorSchema } from '../schemas/run/generator.ts';
import { manifestSchema } from '../schemas/run/manifest.ts';
import { FILES } from './file-names.ts';
import { lineDigest } from './line-digest.ts';
import { linesOf } from './lines-of.ts';
import { readJson } from './read-json.ts';
import { cleanValue, mayBeUnclean } from './untrusted/cleaned.ts';
import { sizeProblems } from './untrusted/size-problems.ts';

/** What was measured in a run, as its folder tells it. */
export interface RecordedRun {
  readonly manifest: ManifestFile;
  readonly folded: FoldedRun;
  readonly generator: readonly GeneratorHealth[];
  /** null without an audit: surgeproof was killed before. */
  readonly audit: AuditFile | null;
  /** null in a run without faults, and when surgeproof was killed. */
  readonly faults: FaultsFile | null;
  /** null when surgeproof itself was killed. */
  readonly ending: EndingFile | null;
}

/** Reads a run folder; a folder of a killed run, which lacks files, is read as far as it goes. */
export async function readRun(folder: string): Promise<RecordedRun> {
  const manifestFile = join(folder, FILES.manifest);
  const manifest = await readJson(manifestFile, 'manifest', manifestSchema, 2);
  if (manifest === null) throw new SurgeproofError('no-such-run', { run: folder, folder });
  const problems = sizeProblems(manifest);
  if (problems.length > 0) throw new SurgeproofError('unreadable-file', { file: manifestFile, problems });
  return {
    manifest,
    folded: await foldLog(join(folder, FILES.measurements)),
    generator: await readGenerator(join(folder, FILES.generator)),
    audit: await readJson(join(folder, FILES.audit), 'audit', auditSchema, 1),
    faults: await readJson(join(folder, FILES.faults), 'faults', faultsSchema, 1),
    ending: await readJson(join(folder, FILES.ending), 'ending', endingSchema, 1),
  };
}

async function foldLog(file: string): Promise<FoldedRun> {
  const fold = createFold();
  for await (const line of linesOf(file)) {
    const parsed = parseMeasurementLine(line, lineDigest);
    if (isLineProblem(parsed) && parsed.refused) throw new SurgeproofError('unreadable-file', { file, problems: [parsed.problem] });
    fold.add(mayBeUnclean(line) ? (cleanValue(parsed) as typeof parsed) : parsed);
  }
  return fold.result();
}

/** A line that is cut off or makes no sense is left out: the verdict says for how many seconds there is none. */
async function readGenerator(file: string): Promise<GeneratorHealth[]> {
  const health: GeneratorHealth[] = [];
  for await (const line of linesOf(file)) {
    const result = generatorSchema.safeParse(jsonOrNull(line));
    if (result.success) health.push(result.data);
  }
  return health;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
