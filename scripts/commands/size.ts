import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { makePlan } from '../size/make-plan.ts';
import type { SizeOptions } from '../size/options.ts';
import { planLines } from '../size/plan-lines.ts';
import type { Console } from '../terminal/console.ts';

/** `surgeproof size`: how many nodes keep a latency budget at a peak that is only forecast, and why. */
export async function size(options: SizeOptions, console: Console): Promise<ExitCode> {
  // Loaded only where it is needed, because it draws, and before the first line is printed (bin/bundled.mjs).
  const written = options.out === undefined ? null : await import('../size/write-plan.ts');
  const plan = await makePlan(options);
  for (const line of planLines(plan, console.colour, console.resultWidth())) console.out(line);
  console.out('');
  if (written === null || options.out === undefined)
    console.out('Add --out plan to write plan.json, plan.html and the form of the Korean sizing standard.');
  else console.out(`Written: ${(await written.writePlan(options.out, plan)).join(', ')}`);
  console.document(plan);
  return EXIT.ok;
}
