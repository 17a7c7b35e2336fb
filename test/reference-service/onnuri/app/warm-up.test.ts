import { afterAll, beforeAll, expect, it } from 'vitest';
import { onnuriApp } from '../../../../reference-service/onnuri/app/onnuri-app.ts';
import { warmUp } from '../../../../reference-service/shared/app/warm-up.ts';
import { sendWarmUp } from '../../../../reference-service/shared/network/send-warm-up.ts';
import { type TestLedger, testLedger } from '../../support/ledger-part.ts';

let ledger: TestLedger;

beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => ledger.stop());

it('reaches every route, and leaves nothing behind in the ledger', async () => {
  const size = { nodes: 2, port: 0, people: 50, merchants: 5, seed: 1 };
  const config = { service: 'onnuri', runId: 'test', secret: 'only for tests', databaseUrl: ledger.databaseUrl, ...size };
  const quick = { p50: 1, p99: 2, concurrency: 10 };
  const asked: string[] = [];
  await warmUp(config, (own) => {
    const plan = onnuriApp(own, { carrier: quick, bank: quick });
    const face = (fleet: Parameters<typeof plan.face>[0]) => {
      const { addRoutes, ...rest } = plan.face(fleet);
      return {
        ...rest,
        addRoutes(app: Parameters<typeof addRoutes>[0]) {
          app.addHook('onResponse', async ({ url }, { statusCode }) => void asked.push(`${url} ${statusCode}`));
          addRoutes(app);
        },
      };
    };
    return { ...plan, face };
  });
  expect([...new Set(asked)].sort()).toEqual([
    '/app/version 200',
    '/balance 200',
    '/identity/confirm 404',
    '/identity/send 200',
    '/login 401',
    '/payments 404',
    '/payments/cancel 404',
    '/qr/lookup 200',
  ]);
  const [kept] = await ledger.ask(
    "select (select count(*) from sessions) + (select count(*) from cards) + (select count(*) from answers) + (select count(*) from movements where kind <> 'opening') as rows",
  );
  expect(Number(kept?.rows)).toBe(0);
});

it('does not hold up a start when nothing answers', async () => {
  await expect(sendWarmUp('http://127.0.0.1:9', [{ method: 'GET', path: '/' }])).resolves.toBeUndefined();
});
