import type { AppReady } from '../shared/app/run-app.ts';
import type { DatabaseConfig, DatabaseReady } from '../shared/postgres/keep-database.ts';
import type { Service } from '../shared/service/service.ts';
import type { CheongyakConfig } from './app/cheongyak-config.ts';
import { auditRegister } from './audit/audit-register.ts';
import { BUGS, type CheongyakBug } from './bugs.ts';
import { createAuthority } from './certificates/authority.ts';

/** Applications for a home: login and submission are signed with certificates, behind a waiting room, with a register in PostgreSQL. */
const cheongyak: Service = {
  waitingRoom: true,
  database: true,
  bugs: Object.keys(BUGS),
  async start({ app, dataDir, databaseUrl, closesAfter, bug, start }) {
    const entry = (file: string): URL => new URL(file, import.meta.url);
    const registerConfig: DatabaseConfig = { runId: app.runId, dataDir, databaseUrl };
    // PostgreSQL refuses to run with the rights of root.
    const [register, authority] = await Promise.all([
      start<DatabaseConfig, DatabaseReady>({
        name: 'register',
        entry: entry('register/main.ts'),
        config: registerConfig,
        unprivileged: true,
      }),
      createAuthority(new Date()),
    ]);
    const { databaseUrl: registerUrl, postgres } = register.ready;
    const config: CheongyakConfig = {
      ...app,
      databaseUrl: registerUrl,
      authority: authority.certificate,
      closesAfter,
      bug: bug as CheongyakBug | null,
    };
    return {
      app: await start<CheongyakConfig, AppReady>({ name: 'app', entry: entry('app/main.ts'), config }),
      processes: postgres === null ? [] : [{ name: 'postgres', pid: postgres }],
      accounts: (count) => authority.issue(count),
      audit: (input) => auditRegister(registerUrl, input),
    };
  },
};

export default cheongyak;
