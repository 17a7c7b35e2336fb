import { examineEach, groupBy } from '../examine.ts';
import { invariant } from '../invariant.ts';

const FIRST_REFUSAL = 400;

/** I-M10: a repeated request gets the same answer, and the same key with another body is refused. */
export const keyMeansOneRequest = invariant({
  says: 'a key stands for one request and one answer',
  needs: { request: ['key', 'request', 'answer', 'code'] },
  options: {},
  check: ({ records }) =>
    examineEach(
      groupBy(records.request, ({ key }) => key),
      ([key, requests]) => {
        const good = requests.filter(({ code }) => code < FIRST_REFUSAL);
        if (new Set(good.map(({ request }) => request)).size > 1) return `key ${key}: accepted with two bodies`;
        return new Set(good.map(({ answer }) => answer)).size > 1 ? `key ${key}: the same request got two answers` : null;
      },
    ),
});
