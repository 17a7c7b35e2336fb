import { join } from 'node:path';
import type { PlanFile } from '../../models/results/plan/plan.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { writeJson, writeWhole } from '../run-folder/write-file.ts';

/** Writes the plan into a folder; returns the paths. */
export async function writePlan(folder: string, plan: PlanFile): Promise<string[]> {
  const file = (name: string) => join(folder, name);
  // Loaded late: charts and fonts are not needed to refuse an option.
  const [{ renderPlanHtml }, { standardCsv }, { scheduleFiles }] = await Promise.all([
    import('../../reports/plan/render-plan-html.ts'),
    import('../../reports/plan/standard/standard-table.ts'),
    import('./schedule/schedule-files.ts'),
  ]);
  // All of it is made before the first file is written, so that a plan never lies there in part.
  const [page, form, schedules] = [await renderPlanHtml(plan), standardCsv(plan.standard), scheduleFiles(plan)];
  try {
    await writeJson(file('plan.json'), plan);
    await writeWhole(file('plan.html'), page);
    await writeWhole(file('standard.csv'), form);
    for (const [name, content] of Object.entries(schedules)) await writeWhole(file(name), content);
    return ['plan.json', 'plan.html', 'standard.csv', ...Object.keys(schedules)].map(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new SurgeproofError('folder-not-writable', { folder, reason: code });
  }
}
