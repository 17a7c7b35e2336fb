import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { ecdsaSignature } from '../../../../models/protocols/cms/ecdsa-signature.ts';

it('turns what Web Cryptography gives into what OpenSSL verifies, for signatures of any leading bits', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  for (let i = 0; i < 40; i++) {
    const data = createHash('sha256').update(String(i)).digest();
    const raw = sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    expect(verify('sha256', data, publicKey, ecdsaSignature(raw))).toBe(true);
  }
});

it('refuses a signature over another curve', () => {
  expect(() => ecdsaSignature(new Uint8Array(96))).toThrow('signature: must be 64 bytes long for P-256, got 96');
});
