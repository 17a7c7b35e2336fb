import { afterAll, beforeAll, expect, it } from 'vitest';
import { schemaName, withSchema } from '../../../../reference-service/shared/postgres/schema-name.ts';
import { type TestLedger, testLedger } from '../../support/ledger-part.ts';

let host: TestLedger;
beforeAll(async () => {
  host = await testLedger();
});
afterAll(() => host.stop());

/** As a user would write it: without our search path. */
const usersOwn = (): string => host.databaseUrl.split('?')[0] ?? '';
const schemas = async (): Promise<unknown[]> =>
  (await host.ask(`select nspname from pg_namespace where nspname like 'surgeproof\\_%' order by 1`)).map(({ nspname }) => nspname);

it("lives in a schema of its own in a user's database, and takes only that with it", async () => {
  const guest = await testLedger({ runId: '2026-11-22 smoke', databaseUrl: usersOwn() });
  expect(guest.part.ready.postgres).toBeNull();
  expect(await schemas()).toEqual(['surgeproof_2026_11_22_smoke', 'surgeproof_test']);
  expect(await guest.ask('select count(*)::int as users from accounts where balance > 0')).toEqual([{ users: 50 }]);
  await guest.stop();
  expect(await schemas()).toEqual(['surgeproof_test']);
});

it('does not take over the schema of a run with the same name, and says so', async () => {
  await expect(testLedger({ databaseUrl: usersOwn() })).rejects.toThrow(
    /ledger of the reference service did not start: .*schema "surgeproof_test" already exists/,
  );
  expect(await schemas()).toEqual(['surgeproof_test']);
});

it('says in a sentence, without the password, that nothing answers', async () => {
  const refused = testLedger({ databaseUrl: 'postgresql://me:hush@127.0.0.1:1/none' });
  await expect(refused).rejects.toThrow(/PostgreSQL at 127\.0\.0\.1:1 cannot hold the schema of this run: .*ECONNREFUSED/);
  await expect(refused).rejects.not.toThrow(/hush/);
});

it('keeps the options a database URL already has', () => {
  const url = new URL(withSchema('postgresql://a@b/c?options=-c%20work_mem%3D8MB', schemaName('x')));
  expect(url.searchParams.get('options')).toBe('-c work_mem=8MB -c search_path=surgeproof_x');
});
