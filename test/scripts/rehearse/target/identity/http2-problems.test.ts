import { expect, it } from 'vitest';
import { http2Problems } from '../../../../../scripts/rehearse/target/identity/http2-problems.ts';
import { makeCertificates } from '../../../shop/certificates.ts';
import { shops } from '../../../shop/shop.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { httpTarget } from '../http-target.ts';

const openShop = shops();

it("holds a target to http: '2', and asks nothing of others", async () => {
  const { ca, ...tls } = makeCertificates(temporaryFolder());
  const trusting = { ca, certificate: null, key: null, insecure: false };
  const of = (url: string, http: '1.1' | '2' | null = '2') => http2Problems(httpTarget({ bases: { app: url }, tls: trusting, http }));
  const [modern, old, open] = [
    await openShop(undefined, { tls, http2: true }),
    await openShop(undefined, { tls, http2: false }),
    await openShop(),
  ];
  expect(await of(modern.url)).toEqual([]);
  expect(await of(old.url, null)).toEqual([]);
  for (const { url } of [old, open])
    expect(await of(url)).toEqual([
      `target shop: must speak HTTP/2, as http: '2' says, got HTTP/1.1 at ${url}; turn HTTP/2 on there, write https://, or leave http out`,
    ]);
  await modern.close();
  expect(await of(modern.url), 'no connection is reported elsewhere').toEqual([]);
});
