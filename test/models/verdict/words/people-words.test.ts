import { expect, it } from 'vitest';
import { judgePeople } from '../../../../models/verdict/criteria/judge-people.ts';
import { criterionSentence } from '../../../../models/verdict/words/criterion-sentences.ts';
import { unservedSentences } from '../../../../models/verdict/words/people-words.ts';
import { endingWith, healthy, inputOf } from '../runs.ts';

it('words say where the people are who were not served', () => {
  const input = inputOf(endingWith(healthy(), { arrived: 100, finished: 60, gaveUp: 10, lostPatience: 5, inLine: 20, active: 5 }));
  expect(unservedSentences(input)).toEqual([
    'Of 100 people, 10 gave up, 5 lost patience with the queue, 20 were still in the queue at the end and 5 were still waiting for an answer at the end.',
  ]);
  expect(unservedSentences(inputOf(endingWith(healthy(), { arrived: 1, finished: 1 })))).toEqual([]);
});

it('words say that no one arrived', () => {
  const criteria = judgePeople(inputOf(endingWith(healthy(), { arrived: 0 })));
  expect(criteria.map(criterionSentence)).toEqual(['No one arrived.', 'No one arrived.', 'No one arrived.']);
});
