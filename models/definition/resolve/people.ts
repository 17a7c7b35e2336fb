import { at } from '../../workload/checks/problem.ts';
import { PEOPLE_LIMITS, type PeopleLimits } from '../../workload/surge/people-limits.ts';
import { QUANTITY_KINDS, type QuantityKind } from '../../workload/surge/quantity.ts';
import { type Problems, readShare } from '../units/read-units.ts';
import { readChoice, readFields, readText } from './values/read-values.ts';

/** What somebody gave of the limits on people. */
export type GivenPeople = { -readonly [Field in keyof PeopleLimits]?: PeopleLimits[Field] };

/** However many errors a step may have: the default asks for nine people in ten. */
const LEAST_SERVED = 0.9;

/** Limits on what becomes of everybody, of a surge or a profile. */
export function readPeople(value: unknown, path: string, problems: Problems): GivenPeople {
  const fields = value === undefined ? null : readFields(value, ['served', 'left', 'unfinished', 'source', 'kind'], path, problems);
  if (fields === null) return {};
  const given: GivenPeople = {};
  if (fields.served !== undefined) given.servedShare = readShare(fields.served, at(path, 'served'), problems);
  if (fields.left !== undefined) given.leftShare = readShare(fields.left, at(path, 'left'), problems);
  if (fields.unfinished !== undefined) given.unfinishedShare = readShare(fields.unfinished, at(path, 'unfinished'), problems);
  if (fields.source !== undefined) given.source = readText(fields.source, '', at(path, 'source'), problems);
  const kind = fields.kind === undefined ? null : readChoice(fields.kind, QUANTITY_KINDS, at(path, 'kind'), problems);
  if (kind !== null) given.kind = kind as QuantityKind;
  return given;
}

/**
 * The limits of a run. Unless given, as many people must be served as the loosest limit on the errors of a step leaves: one step that keeps
 * its limit does not break this one, and a profile with few people has a limit that it can show.
 *
 * @param errors limits on the error shares of the steps
 */
export function peopleLimits(given: GivenPeople, errors: readonly (number | null)[]): PeopleLimits {
  const loosest = Math.max(0, ...errors.filter((limit) => limit !== null));
  const usual = Math.max(LEAST_SERVED, Math.min(PEOPLE_LIMITS.servedShare, 1 - loosest));
  const said = [given.servedShare, given.leftShare, given.unfinishedShare].some((limit) => limit !== undefined);
  return {
    servedShare: given.servedShare ?? usual,
    leftShare: given.leftShare ?? PEOPLE_LIMITS.leftShare,
    unfinishedShare: given.unfinishedShare ?? PEOPLE_LIMITS.unfinishedShare,
    source: given.source ?? (said ? 'surge file' : PEOPLE_LIMITS.source),
    kind: given.kind ?? (said ? 'stated' : PEOPLE_LIMITS.kind),
  };
}
