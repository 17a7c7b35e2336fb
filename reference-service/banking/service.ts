import type { Customer } from '../../models/people/customer.ts';
import { personOf } from '../../models/people/person.ts';
import { base32 } from '../../models/protocols/otp/base32.ts';
import type { AppReady } from '../shared/app/run-app.ts';
import type { Service } from '../shared/service/service.ts';
import { startDatabase } from '../shared/service/start-database.ts';
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
    const bank = await startDatabase(start, 'bank', entry('bank/main.ts'), bankConfig);
    const config: BankingConfig = { ...app, databaseUrl: bank.url, bug };
    const customer = (n: number): Customer => ({
      ...personOf(n),
      serial: n,
      secret: base32(tokenSecret(n, app.secret)),
      drift: driftOf(n),
    });
    return {
      app: await start<BankingConfig, AppReady>({ name: 'app', entry: entry('app/main.ts'), config }),
      processes: bank.processes,
      accounts: async (count) => Array.from({ length: count }, (_, i) => customer(i + 1)),
      audit: (input) => auditBooks(bank.url, input),
    };
  },
};

export default banking;
