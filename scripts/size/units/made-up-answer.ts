import type { Answer } from '../../../models/definition/answer.ts';
import type { Ask } from '../../../models/definition/user.ts';

/** The status that a request says is good; 200 where it says none. */
function goodStatus(expect: Ask<unknown>['expect']): number {
  if (typeof expect === 'number') return expect;
  if (Array.isArray(expect)) return Number(expect[0]);
  const status = (expect as { status?: number | readonly number[] } | undefined)?.status;
  return status === undefined ? 200 : Number(Array.isArray(status) ? status[0] : status);
}

/** An answer without a service: texts are `x`, numbers 1, everything is true and found once. What refuses it throws. */
export function madeUpAnswer(ask: Pick<Ask, 'expect'>): Answer {
  return {
    status: goodStatus(ask.expect),
    url: '',
    header: () => 'x',
    cookie: () => 'x',
    text: () => 'x',
    number: () => 1,
    boolean: () => true,
    list: () => [{}],
    json: () => ({}),
    find: () => undefined,
    match: () => 'x',
    refuse: (reason) => {
      throw new Error(reason);
    },
  };
}
