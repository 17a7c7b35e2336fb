import { join } from 'node:path';
import type { PlanFile } from '../../models/results/plan.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { writeJson } from '../run-folder/write-file.ts';

/** Writes the plan into a folder; returns the paths. */
export async function writePlan(folder: string, plan: PlanFile): Promise<string[]> {
  const file = (name: string) => join(folder, name);
  try {
    await writeJson(file('plan.json'), plan);
    return [file('plan.json')];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new SurgeproofError('folder-not-writable', { folder, reason: code });
  }
}
