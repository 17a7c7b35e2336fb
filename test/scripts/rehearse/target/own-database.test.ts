import { expect, it } from 'vitest';
import { resolveConfig } from '../../../../models/definition/resolve/resolve-config.ts';
import { ownDatabase } from '../../../../scripts/rehearse/target/own-database.ts';

const resolved = resolveConfig({ targets: { db: { url: 'http://192.0.2.7', addresses: ['192.0.2.7', '2001:db8::7'] } } });
if (!('config' in resolved)) throw new Error('the configuration is sound');
const found = (databaseUrl?: string) => ownDatabase(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }, resolved.config);

it('is none without the variable', () => {
  expect(found()).toBeNull();
  expect(found('')).toBeNull();
});

it.each([
  'postgres://me:hush@127.0.0.1/db',
  'postgresql://localhost:5433/db?sslmode=disable',
  'postgres://me@[::1]:5432/db',
  'postgres://me@192.0.2.7/db',
  'postgres://me@[2001:db8::7]/db',
  'postgres://me@localhost/db?host=192.0.2.7',
])('may be %s', (databaseUrl) => expect(found(databaseUrl)).toEqual({ databaseUrl, databaseAddresses: ['192.0.2.7', '2001:db8::7'] }));

it.each([
  ['postgres://me:hush@10.0.0.1/db', '10.0.0.1'],
  ['postgres://me:hush@192.0.2.8/db', '192.0.2.8'],
  // A name leads where DNS says, also when it said something else a moment before.
  ['postgres://me:hush@db.example.com/db', 'db.example.com'],
  ['postgres://me:hush@127.0.0.1,10.0.0.1/db', '127.0.0.1,10.0.0.1'],
  ['postgres://me:hush@127.0.0.1/db?host=10.0.0.1', '10.0.0.1'],
  ['postgres://me:hush@127.0.0.1/db?host=127.0.0.1&host=10.0.0.1', '10.0.0.1'],
  ['postgres://me:hush@127.0.0.1/db?host=/run/postgresql', '/run/postgresql'],
  ['postgres:///db', 'no host'],
  ['mysql://me:hush@127.0.0.1/db', 'something else'],
  ['socket:/run/postgresql', 'something else'],
])('may not be %s', (databaseUrl, host) => {
  const own = found(databaseUrl);
  expect(own).toEqual({ problem: expect.stringMatching(/^DATABASE_URL: must .*unset DATABASE_URL$/) });
  expect(JSON.stringify(own)).toContain(`got ${host};`);
  expect(JSON.stringify(own)).not.toContain('hush');
});
