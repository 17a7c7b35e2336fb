import { describe, expect, it } from 'vitest';
import { stepNames } from '../../../../scripts/init/openapi/step-names.ts';

describe('stepNames', () => {
  const names = (...given: [id: string | null, path: string][]): string[] =>
    stepNames(given.map(([id, path]) => ({ id, path, method: 'get' })));

  it('keeps to the rule for steps', () => {
    expect(names(['listPets', '/'], ['PetsAPI.find_all', '/'], ['2fa', '/'], ['목록', '/items/{id}'], [null, '/'])).toEqual([
      'list-pets',
      'pets-api-find-all',
      'fa',
      'items-id',
      'request',
    ]);
    expect(names(['x'.repeat(60), '/'])[0]).toHaveLength(40);
  });

  it('gives no name twice, and none that the engine makes', () => {
    expect(names(['a', '/'], ['A', '/'], ['a-2', '/'], ['queueJoin', '/'], ['x'.repeat(60), '/'], ['x'.repeat(61), '/'])).toEqual([
      'a',
      'a-2',
      'a-2-2',
      'queue-join-2',
      'x'.repeat(40),
      `${'x'.repeat(38)}-2`,
    ]);
  });
});
