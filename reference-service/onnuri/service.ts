import { MERCHANTS } from '../../models/people/merchant.ts';
import { CARRIERS } from '../../models/people/person.ts';
import type { AppReady } from '../shared/app/run-app.ts';
import type { Service } from '../shared/service/service.ts';
import { startDatabase } from '../shared/service/start-database.ts';
import type { OnnuriConfig } from './app/onnuri-config.ts';
import { auditLedger } from './audit/audit-ledger.ts';
import { BUGS, type OnnuriBug } from './bugs.ts';
import type { LedgerConfig } from './ledger/ledger-config.ts';
import { settleDay } from './ledger/settle-day.ts';

/** A voucher app: identity verification, card registration and QR payment behind a waiting room, with a ledger in PostgreSQL. */
const onnuri: Service = {
  waitingRoom: true,
  database: true,
  bugs: Object.keys(BUGS),
  faults: { partitions: ['app-ledger'], dependencies: ['card network', ...CARRIERS.map((carrier) => `carrier ${carrier}`)] },
  async start({ app, dataDir, databaseUrl, bug: named, start, reachable }) {
    const bug = named as OnnuriBug | null;
    const ledgerConfig: LedgerConfig = { runId: app.runId, users: app.people, merchants: MERCHANTS, dataDir, databaseUrl, bug };
    const entry = (file: string): URL => new URL(file, import.meta.url);
    const ledger = await startDatabase(start, 'ledger', entry('ledger/main.ts'), ledgerConfig);
    const config: OnnuriConfig = { ...app, databaseUrl: await reachable('app-ledger', ledger.url), merchants: MERCHANTS, bug };
    return {
      app: await start<OnnuriConfig, AppReady>({ name: 'app', entry: entry('app/main.ts'), config }),
      processes: ledger.processes,
      async audit(input) {
        await settleDay(ledger.url);
        return auditLedger(ledger.url, input);
      },
    };
  },
};

export default onnuri;
