import { merchantAccount } from '../../../../reference-service/onnuri/ledger/account-number.ts';
import { fillLedger } from '../../../../reference-service/onnuri/ledger/fill-ledger.ts';
import { connectLedger } from '../../../../reference-service/onnuri/ledger/ledger.ts';
import { makeSchema } from '../../../../reference-service/shared/postgres/run-schema.ts';
import { withSchema } from '../../../../reference-service/shared/postgres/schema-name.ts';
import type { TestLedger } from '../../support/ledger-part.ts';

/**
 * A ledger of 20 users and 3 stores in a schema of its own: users 1 and 2 paid 1,000 and 2,000 won at store 1, the second took it back,
 * and user 3 had not enough for 99 million won. The caller closes it.
 */
export async function openedBooks(server: TestLedger, schema: string) {
  const databaseUrl = withSchema(server.databaseUrl.split('?')[0] ?? '', schema);
  await makeSchema(databaseUrl, schema, (client) => fillLedger(client, { users: 20, merchants: 3 }));
  const startedAt = Date.now() + 1;
  const ledger = connectLedger(databaseUrl, 1, () => {});
  const store = merchantAccount(1);
  const paid = await ledger.pay('paid', 1, store, 1_000);
  const regretted = await ledger.pay('regretted', 2, store, 2_000);
  const undone = await ledger.cancel('undone', 2, 'regretted');
  await ledger.pay('poor', 3, store, 99_000_000);
  return { databaseUrl, startedAt, ledger, store, paid, regretted, undone };
}
