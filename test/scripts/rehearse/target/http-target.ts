import type { HttpTarget } from '../../../../scripts/rehearse/target/target-settings.ts';

/** A target named shop, with some of its settings. */
export const httpTarget = (more: Partial<HttpTarget> = {}): HttpTarget => ({
  kind: 'http',
  name: 'shop',
  bases: { app: 'http://127.0.0.1:1' },
  waitingRoom: null,
  addresses: [],
  maximumArrivalRate: 100,
  tls: { ca: null, certificate: null, key: null, insecure: false },
  headers: {},
  connections: 'shared',
  http: null,
  acceptEncoding: null,
  ...more,
});
