import { afterEach, describe, expect, it, vi } from 'vitest';
import { peopleFrom } from '../../../engine/users/people.ts';
import { personOf } from '../../../models/people/person.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('people', () => {
  it('are made on the fly when there is no file: user 1 first', () => {
    const people = peopleFrom(null);
    expect([people(0), people(41)]).toEqual([personOf(1), personOf(42)]);
  });

  it('are those of the file, and beyond its end those who would have come next', () => {
    const written = [1, 2, 3].map((n) => ({ ...personOf(n), name: `이름 ${n}` }));
    vi.stubGlobal('open', (path: string) => (path === '/data/people.json' ? JSON.stringify(written) : ''));
    const people = peopleFrom('/data/people.json');
    expect(people(2)).toEqual(written[2]);
    expect(people(3)).toEqual(personOf(4));
  });
});
