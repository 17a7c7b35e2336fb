import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { verifyMessage } from '../../../reference-service/cheongyak/certificates/verify-message.ts';
import { signMessage } from '../../../scenarios/cheongyak/signing/sign-message.ts';
import { bytesOf, theAuthority, thePeople } from '../../reference-service/cheongyak/signed.ts';

it.each(['RSA', 'P-256'])('signs by Web Cryptography what the service accepts, with %s', async (algorithm) => {
  const [authority, people] = await Promise.all([theAuthority(), thePeople()]);
  const i = people.findIndex((one) => one.fault === null && one.algorithm === algorithm);
  const message = await signMessage('complex=3\n', people[i]!);
  const verified = verifyMessage(message, {
    user: i + 1,
    secret: bytesOf(people[i]!.secret),
    authority: new X509Certificate(bytesOf(authority.certificate)).publicKey,
    now: Date.now(),
  });
  expect(verified).toEqual({ serial: i + 1, content: new Uint8Array(Buffer.from('complex=3\n')) });
});
