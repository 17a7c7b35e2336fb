import type { AppConfig } from '../shared/app/app-config.ts';
import type { AppReady } from '../shared/app/run-app.ts';
import type { Service } from '../shared/service/service.ts';

/** A notice board behind a login: no waiting room, no money and no database. What is written lives as long as the run. */
const board: Service = {
  waitingRoom: false,
  database: false,
  async start({ app, start }) {
    const entry = new URL('app/main.ts', import.meta.url);
    return { app: await start<AppConfig, AppReady>({ name: 'app', entry, config: app }), processes: [], audit: null };
  },
};

export default board;
