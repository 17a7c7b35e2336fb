import { personOf } from '../../models/people/person.ts';
import type { AppReady } from '../shared/app/run-app.ts';
import type { DatabaseConfig } from '../shared/postgres/keep-database.ts';
import type { Service } from '../shared/service/service.ts';
import { startDatabase } from '../shared/service/start-database.ts';
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
    const books = await startDatabase(start, 'books', entry('books/main.ts'), booksConfig);
    const config: IdentityConfig = { ...app, databaseUrl: books.url, ruleSpeed, bug: bug as IdentityBug | null };
    return {
      app: await start<IdentityConfig, AppReady>({ name: 'app', entry: entry('app/main.ts'), config }),
      processes: books.processes,
      // The carriers know these people by name: a livelier one would be a mismatch.
      accounts: async (count) => Array.from({ length: count }, (_, i) => personOf(i + 1)),
      audit: (input) => auditBooks(books.url, input, ruleSpeed),
    };
  },
};

export default identity;
