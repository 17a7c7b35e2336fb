import { findSurge } from '../../surge-file/find-surge.ts';
import { type Findings, noFindings, refuse } from './findings.ts';
import { readOptions, type TypedOptions } from './options.ts';

/** `url` as typed, sound or not. Throws when there is neither a surge nor an address to send, or both, with what is wrong with the flags. */
export function checkNamed(named: string | undefined, url: string | undefined, findings: Findings): void {
  if (named === undefined && url === undefined)
    findings.usage.push('surge: must be given, a file or a name of `surgeproof list`; or --url for one address');
  if (named !== undefined && url !== undefined) findings.usage.push(`surge: must be left out with --url, got ${named}`);
  if (named === undefined || url !== undefined) refuse(findings);
}

/** What needs no surge to be refused: one that is missing, or not found. To be called before the rest of a rehearsal is loaded. */
export function refuseEarly(named: string | undefined, typed: TypedOptions): void {
  const findings = noFindings();
  readOptions(typed, findings.usage);
  checkNamed(named, typed.url, findings);
  if (named !== undefined && typed.url === undefined) findSurge(named);
}
