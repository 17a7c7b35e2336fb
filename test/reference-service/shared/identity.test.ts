import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { identityOf } from '../../../reference-service/shared/identity.ts';

it('says it is simulated, and the version of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
  expect(identityOf('app', 'r1', 4)).toEqual({ name: 'surgeproof-reference', part: 'app', run: 'r1', simulated: true, nodes: 4, version });
});
