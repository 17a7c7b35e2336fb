import { personOf } from '../../models/people/person.ts';
import type { AppReady } from '../shared/app/run-app.ts';
import type { DatabaseConfig, DatabaseReady } from '../shared/postgres/keep-database.ts';
import type { Service } from '../shared/service/service.ts';
import type { IdentityConfig } from './app/identity-config.ts';
import { auditBooks } from './audit/audit-books.ts';
import { BUGS, type IdentityBug } from './bugs.ts';

/** Proof of identity by phone: PASS, text message, call or card, with carriers and a gateway as stand-ins, and books in PostgreSQL. */
const identity: Service = {
  waitingRoom: false,
  database: true,
  bugs: Object.keys(BUGS),
  async start({ app, dataDir, databaseUrl, ruleSpeed, bug, start }) {
    const entry = (file: string): URL => new URL(file, import.meta.url);
    const booksConfig: DatabaseConfig = { runId: app.runId, dataDir, databaseUrl };
    // PostgreSQL refuses to run with the rights of root.
    const books = await start<DatabaseConfig, DatabaseReady>({
      name: 'books',
      entry: entry('books/main.ts'),
      config: booksConfig,
      unprivileged: true,
    });
    const { databaseUrl: booksUrl, postgres } = books.ready;
    const config: IdentityConfig = { ...app, databaseUrl: booksUrl, ruleSpeed, bug: bug as IdentityBug | null };
    return {
      app: await start<IdentityConfig, AppReady>({ name: 'app', entry: entry('app/main.ts'), config }),
      processes: postgres === null ? [] : [{ name: 'postgres', pid: postgres }],
      // The carriers know these people by name: a livelier one would be a mismatch.
      accounts: async (count) => Array.from({ length: count }, (_, i) => personOf(i + 1)),
      audit: (input) => auditBooks(booksUrl, input, ruleSpeed),
    };
  },
};

export default identity;
