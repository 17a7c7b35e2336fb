import type { Customer } from '../../models/people/customer.ts';
import { personOf } from '../../models/people/person.ts';
import { base32 } from '../../models/protocols/otp/base32.ts';
import type { AppReady } from '../shared/app/run-app.ts';
import type { DatabaseReady } from '../shared/postgres/keep-database.ts';
import type { Service } from '../shared/service/service.ts';
import type { BankingConfig } from './app/banking-config.ts';
import { auditBooks } from './audit/audit-books.ts';
import type { BankConfig } from './bank/bank-config.ts';
import { type BankingBug, BUGS } from './bugs.ts';
import { driftOf, tokenSecret } from './tokens.ts';

/** A bank: logins with a PIN, one-time codes of tokens that the bank issues, and transfers, with books in PostgreSQL. */
const banking: Service = {
  waitingRoom: false,
  database: true,
  bugs: Object.keys(BUGS),
  async start({ app, dataDir, databaseUrl, bug: named, start }) {
    const entry = (file: string): URL => new URL(file, import.meta.url);
    const bug = named as BankingBug | null;
    const bankConfig: BankConfig = { runId: app.runId, dataDir, databaseUrl, people: app.people, bug };
    // PostgreSQL refuses to run with the rights of root.
    const bank = await start<BankConfig, DatabaseReady>({
      name: 'bank',
      entry: entry('bank/main.ts'),
      config: bankConfig,
      unprivileged: true,
    });
    const { databaseUrl: booksUrl, postgres } = bank.ready;
    const config: BankingConfig = { ...app, databaseUrl: booksUrl, bug };
    const customer = (n: number): Customer => ({
      ...personOf(n),
      serial: n,
      secret: base32(tokenSecret(n, app.secret)),
      drift: driftOf(n),
    });
    return {
      app: await start<BankingConfig, AppReady>({ name: 'app', entry: entry('app/main.ts'), config }),
      processes: postgres === null ? [] : [{ name: 'postgres', pid: postgres }],
      accounts: (count) => Array.from({ length: count }, (_, i) => customer(i + 1)),
      audit: (input) => auditBooks(booksUrl, input),
    };
  },
};

export default banking;
