import type { RefusedStep } from '../steps/steady-step.ts';

/** What is wrong with a step that answers more, or sooner, than its nodes can. */
export const COUNTED_ERRORS = 'errors counted as answers? count them in failed';

/** Warning of steps that were left out because errors seem to be among their answers. */
export function countedErrors(refused: readonly RefusedStep[]): string[] {
  const suspect = refused.filter(({ reason }) => reason.endsWith(COUNTED_ERRORS)).map(({ step }) => step.name);
  if (suspect.length === 0) return [];
  const many = suspect.length > 1;
  return [
    `errors seem to be counted as answers in ${many ? `${suspect.length} steps` : 'a step'} (${suspect.join(', ')}), so ${many ? 'they are' : 'it is'} left out: count failed requests in \`failed\`, and what the nodes still answer there will count`,
  ];
}
