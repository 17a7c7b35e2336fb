import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { identityOf } from '../../../reference-service/shared/identity.ts';

it('says it is simulated, and the version of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
  expect(identityOf('onnuri', 'r1', 4)).toEqual({ name: 'onnuri', run: 'r1', version, simulated: true, nodes: 4 });
});
