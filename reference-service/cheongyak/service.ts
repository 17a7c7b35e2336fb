import type { AppReady } from '../shared/app/run-app.ts';
import type { DatabaseConfig } from '../shared/postgres/keep-database.ts';
import type { Service } from '../shared/service/service.ts';
import { startDatabase } from '../shared/service/start-database.ts';
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
    const [register, authority] = await Promise.all([
      startDatabase(start, 'register', entry('register/main.ts'), registerConfig),
      createAuthority(new Date()),
    ]);
    const config: CheongyakConfig = {
      ...app,
      databaseUrl: register.url,
      authority: authority.certificate,
      closesAfter,
      bug: bug as CheongyakBug | null,
    };
    return {
      app: await start<CheongyakConfig, AppReady>({ name: 'app', entry: entry('app/main.ts'), config }),
      processes: register.processes,
      accounts: (count) => authority.issue(count),
      audit: (input) => auditRegister(register.url, input),
    };
  },
};

export default cheongyak;
