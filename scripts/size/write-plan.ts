import { join } from 'node:path';
import type { PlanFile } from '../../models/results/plan/plan.ts';
import type { ServicePlanFile } from '../../models/results/plan/service-plan.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { writeJson, writeWhole } from '../run-folder/write-file.ts';

/** Writes the plan into a folder; returns the paths. */
export async function writePlan(folder: string, plan: PlanFile): Promise<string[]> {
  // Loaded late: charts and fonts are not needed to refuse an option.
  const [{ renderPlanHtml }, { standardCsv }, { scheduleFiles }] = await Promise.all([
    import('../../reports/plan/render-plan-html.ts'),
    import('../../reports/plan/standard/standard-table.ts'),
    import('./schedule/schedule-files.ts'),
  ]);
  // All of it is made before the first file is written, so that a plan never lies there in part.
  const page = await renderPlanHtml(plan);
  return writeAll(folder, {
    'plan.json': plan,
    'plan.html': page,
    'standard.csv': standardCsv(plan.standard),
    ...scheduleFiles(plan),
  });
}

/** Writes the plan of a service with tiers into a folder; returns the paths. */
export async function writeServicePlan(folder: string, plan: ServicePlanFile): Promise<string[]> {
  const { renderServiceHtml } = await import('../../reports/plan/tiers/render-service-html.ts');
  return writeAll(folder, { 'service-plan.json': plan, 'service-plan.html': await renderServiceHtml(plan) });
}

/** Texts as they are, anything else as JSON. */
async function writeAll(folder: string, files: Readonly<Record<string, unknown>>): Promise<string[]> {
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await (typeof content === 'string' ? writeWhole(path, content) : writeJson(path, content));
    }
    return Object.keys(files).map((name) => join(folder, name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new SurgeproofError('folder-not-writable', { folder, reason: code });
  }
}
