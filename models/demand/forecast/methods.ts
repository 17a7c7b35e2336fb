import type { MemberPaths } from '../components/member-paths.ts';

/** Names of the members by the name of the method, for days and for hours: `auto` weighs them all. */
const MEMBER_OF = {
  day: { 'seasonal-naive': 'seasonal naive', ridge: 'ridge', smoothing: 'smoothing', 'year-ago': 'year ago', trees: 'trees' },
  hour: { 'seasonal-naive': 'same hour last week', ridge: 'ridge', smoothing: 'smoothing', mstl: 'mstl' },
} as const;

export type Method = 'auto' | keyof (typeof MEMBER_OF)['day'] | keyof (typeof MEMBER_OF)['hour'];

/**
 * The methods that can be asked for.
 *
 * @example methodsFor('hour').join() // => 'auto,seasonal-naive,ridge,smoothing,mstl'
 */
export function methodsFor(step: 'day' | 'hour'): Method[] {
  return ['auto', ...(Object.keys(MEMBER_OF[step]) as Method[])];
}

/**
 * The members that a method weighs: all for `auto`, else the one of that name; none when the history is too short for it.
 *
 * @param alone members that can be asked for but have no voice in `auto`
 */
export function membersOf(
  method: Method,
  step: 'day' | 'hour',
  members: readonly MemberPaths[],
  alone: readonly MemberPaths[] = [],
): readonly MemberPaths[] {
  if (method === 'auto') return members;
  const name = (MEMBER_OF[step] as Readonly<Record<string, string>>)[method];
  return [...alone, ...members].filter((member) => member.name === name).slice(0, 1);
}
