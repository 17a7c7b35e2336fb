import { afterEach, expect, it } from 'vitest';
import { startDependencies } from '../../../../reference-service/onnuri/dependencies/dependency-server.ts';

let server: Awaited<ReturnType<typeof startDependencies>> | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const start = async (carrier: number, bank: number): Promise<string> => {
  const plan = { p50: 5, p99: 5 };
  server = await startDependencies({ carrier: { ...plan, concurrency: carrier }, bank: { ...plan, concurrency: bank } }, 1);
  return server.url;
};
const post = async (url: string): Promise<number> => (await fetch(url, { method: 'POST' })).status;

it('answers for every carrier and the bank, and knows nobody else', async () => {
  const url = await start(5, 5);
  for (const path of ['/carrier/SKT', '/carrier/KT', '/carrier/LGU', '/carrier/MVNO', '/bank']) expect(await post(url + path)).toBe(200);
  for (const path of ['/carrier/NONE', '/']) expect(await post(url + path)).toBe(404);
});

it('lets one carrier be saturated while the others are idle', async () => {
  const url = await start(1, 1);
  const order: string[] = [];
  const crowd = Array.from({ length: 40 }, () => post(`${url}/carrier/SKT`).then(() => order.push('SKT')));
  await Promise.all([...crowd, post(`${url}/carrier/KT`).then(() => order.push('KT'))]);
  // One at a time, 5 ms each: the other carrier has answered long before the last of the forty.
  expect(order.indexOf('KT')).toBeLessThan(39);
  expect(order).toHaveLength(41);
});
