import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { makePlan } from '../size/make-plan.ts';
import type { SizeOptions } from '../size/options.ts';
import { planLines } from '../size/plan-lines.ts';
import { makeServicePlan } from '../size/service/make-service-plan.ts';
import { serviceLines } from '../size/service/service-lines.ts';
import type { Console } from '../terminal/console.ts';

/** `surgeproof size`: how many nodes keep a latency budget at a peak that is only forecast, and why; with `--service`, at every tier. */
export async function size(options: SizeOptions, console: Console): Promise<ExitCode> {
  // Loaded only where it is needed, because it draws, and before the first line is printed (bin/bundled.mjs).
  const written = options.out === undefined ? null : await import('../size/write-plan.ts');
  const { service, out = '' } = options;
  if (service !== undefined) {
    const plan = await makeServicePlan({ ...options, service });
    for (const line of serviceLines(plan, console.colour, console.resultWidth())) console.out(line);
    return end(plan, 'service-plan.json and service-plan.html', (await written?.writeServicePlan(out, plan)) ?? null, console);
  }
  const plan = await makePlan(options);
  for (const line of planLines(plan, console.colour, console.resultWidth())) console.out(line);
  return end(
    plan,
    'plan.json, plan.html and the form of the Korean sizing standard',
    (await written?.writePlan(out, plan)) ?? null,
    console,
  );
}

function end(plan: unknown, files: string, written: readonly string[] | null, console: Console): ExitCode {
  console.out('');
  console.out(written === null ? `Add --out plan to write ${files}.` : `Written: ${written.join(', ')}`);
  console.document(plan);
  return EXIT.ok;
}
