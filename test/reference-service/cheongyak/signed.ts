import { createPrivateKey, sign } from 'node:crypto';
import type { Applicant } from '../../../models/people/applicant.ts';
import { signedData, signerOf } from '../../../models/protocols/cms/signed-data.ts';
import { type Authority, createAuthority } from '../../../reference-service/cheongyak/certificates/authority.ts';

export const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** A message as a person signs it, by OpenSSL instead of k6. */
export function signedBy({ key, certificate, algorithm }: Applicant, content: string): Buffer {
  const privateKey = createPrivateKey({ key: bytesOf(key), format: 'der', type: 'pkcs8' });
  const signature = sign('sha256', Buffer.from(content), privateKey);
  return Buffer.from(signedData(Buffer.from(content), signerOf(bytesOf(certificate), algorithm), signature));
}

/** One authority for a test file: its keys take a second. */
let made: Promise<Authority> | null = null;
export function theAuthority(): Promise<Authority> {
  made ??= createAuthority(new Date());
  return made;
}

/** People 1 to 400: some with each fault, some with each algorithm. */
export async function thePeople(): Promise<Applicant[]> {
  return (await theAuthority()).issue(400);
}
