import { wilson } from '../../statistics/wilson.ts';
import type { Decision } from './decide.ts';

/** One person is no share of a crowd. */
const ONE_PERSON = 1;

/** Judges a share of a small part of all people, for whom nobody set a limit: FAIL when chance does not explain how many were not served. */
export function decideFew(served: number, people: number, limit: number): Decision {
  if (served / people >= limit || people - served <= ONE_PERSON) return { verdict: 'PASS' };
  return wilson(served, people)!.high < limit ? { verdict: 'FAIL' } : { verdict: 'WARN', because: 'interval-crosses-limit' };
}
