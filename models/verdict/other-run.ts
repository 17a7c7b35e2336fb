import { OUTCOMES } from '../workload/log/outcome.ts';
import type { JudgeInput } from './judge-input.ts';

/**
 * What the head line of the log says otherwise than the manifest, as sentences: a log or a manifest that was copied from another folder, or
 * that names steps, phases or outcomes otherwise, would be judged by what is not its own.
 */
export function otherRun({ folded: { head }, configuration, seed }: Pick<JudgeInput, 'folded' | 'configuration' | 'seed'>): string[] {
  if (head === null) return [];
  const { surge, profile, profileName } = configuration;
  const names = (list: readonly { readonly name: string }[]): readonly string[] => list.map(({ name }) => name);
  const facts: readonly (readonly [what: string, ofLog: unknown, ofManifest: unknown])[] = [
    ['surge', head.surge, surge.name],
    ['profile', head.profile, profileName],
    ['seed', head.seed, seed],
    ['steps', head.steps, names(surge.steps)],
    ['journeys', head.journeys, names(surge.journeys)],
    ['lanes', head.lanes, names(surge.lanes)],
    ['phases', head.phases.map(plain), profile.phases.map(plain)],
    ['outcomes', head.outcomes, OUTCOMES],
  ];
  return facts.flatMap(([what, ofLog, ofManifest]) => {
    const [log, manifest] = [JSON.stringify(ofLog), JSON.stringify(ofManifest)];
    return log === manifest ? [] : [`${what} ${short(log)} in the log and ${short(manifest)} in the manifest`];
  });
}

const plain = ({ name, from, judged }: { readonly name: string; readonly from: number; readonly judged: boolean }) => ({
  name,
  from,
  judged,
});

const LONGEST = 60;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
