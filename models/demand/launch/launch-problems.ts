import type { LaunchEvent } from './launch-event.ts';

/** Sentences about everything that prevents a forecast of the event; empty when it can be forecast. */
export function launchProblems(event: LaunchEvent): string[] {
  const { analogues, population } = event;
  if (analogues.length === 0)
    return [
      'analogues: must hold a comparable event, got none, and without one no number is given; state what came at an earlier event of yours, with its unit and day, or name a public surge (`{ "public": "…" }`) and your population',
    ];
  const measures = [...new Set(analogues.map(({ measure }) => measure))];
  const mixed =
    measures.length > 1
      ? [
          `analogues: must all count the same, got ${measures.join(' and ')}; leave out those of another unit, or forecast them as events of their own`,
        ]
      : [];
  return [...mixed, ...laterProblems(event), ...populationProblems(analogues, population !== null), ...shapeProblems(event)];
}

/** Analogues on or after the day of the event, which a forecast may not use. */
function laterProblems({ analogues, time }: LaunchEvent): string[] {
  return analogues
    .filter(({ when }) => when.slice(0, 10) >= time.slice(0, 10))
    .map(({ name, when }) => `analogues: must be before the event (${time}), got ${name} of ${when}; leave it out`);
}

function populationProblems(analogues: LaunchEvent['analogues'], scaled: boolean): string[] {
  const unscaled = analogues.filter(({ population }) => population === null).map(({ name }) => name);
  if (scaled && unscaled.length > 0)
    return [
      `analogues: must have a population where the event has one, got none for ${unscaled.join(', ')}; state how many could have come, or leave them out`,
    ];
  const foreign = analogues.filter(({ origin }) => origin === 'public');
  if (scaled || foreign.length === 0) return [];
  return [
    `population: must be given to compare with ${foreign.map(({ name }) => name).join(', ')}, got nothing; state how many people may come to yours`,
  ];
}

/** Parts of the window that do not fit into it. */
function shapeProblems({ type, window, rush, opening, adoption, closure }: LaunchEvent): string[] {
  const problems: string[] = [];
  if (rush !== null && rush.lasting >= window)
    problems.push(`rush.lasting: must be shorter than the window (${window} s), got ${rush.lasting} s`);
  if (opening !== null && opening.hold >= window)
    problems.push(`opening.hold: must be shorter than the window (${window} s), got ${opening.hold} s`);
  const misplaced = type === 'deadline' ? { opening, adoption, closure } : { rush };
  for (const [field, value] of Object.entries(misplaced))
    if (value !== null) problems.push(`${field}: must be left out of a ${type}, which has no such thing`);
  if (opening !== null && adoption !== null) problems.push('adoption: must be left out beside opening; the two are different shapes');
  return problems;
}
