import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DerError } from '../../../../models/protocols/der/read-der.ts';
import { encryptKey, KEY_FILE_FORMS, openKey } from '../../../../reference-service/cheongyak/keys/key-file.ts';
import { splitKey, withRandomValue } from '../../../../reference-service/cheongyak/keys/random-value.ts';
import { createTestKeys } from '../../../../reference-service/cheongyak/keys/test-keys.ts';
import { temporaryFolder } from '../../../scripts/temporary-folder.ts';

const folder = temporaryFolder();
const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const pkcs8 = pair.privateKey.export({ format: 'der', type: 'pkcs8' });
const secret = Buffer.from('20 bytes of a secret');

describe.each(KEY_FILE_FORMS)('a key file in the form %s', (form) => {
  it('opens with its password alone, and is another file every time', () => {
    const [file, again] = [encryptKey(pkcs8, 'right', form), encryptKey(pkcs8, 'right', form)];
    expect(Buffer.from(openKey(file, 'right')!)).toEqual(pkcs8);
    expect(file).not.toEqual(again);
    // A wrong password passes the padding once in 256 times: none of these may then pass for a key.
    for (let i = 0; i < 300; i++) expect(openKey(file, `wrong ${i}`)).toBeNull();
  });

  it('keeps the secret of the identification with the key', () => {
    const opened = openKey(encryptKey(withRandomValue(pkcs8, secret), 'right', form), 'right')!;
    const { key, secret: found } = splitKey(opened);
    expect([Buffer.from(key), Buffer.from(found)]).toEqual([pkcs8, secret]);
    // OpenSSL reads keys with attributes, and it is the same key.
    const read = createPrivateKey({ key: Buffer.from(opened), format: 'der', type: 'pkcs8' });
    expect(createPublicKey(read).equals(pair.publicKey)).toBe(true);
  });

  it('is refused when it is cut, or is something else', () => {
    const file = encryptKey(pkcs8, 'right', form);
    for (let length = 0; length < file.length; length += 11) expect(() => openKey(file.subarray(0, length), 'right')).toThrow(DerError);
  });
});

it('is read by OpenSSL in the form that it knows', () => {
  const file = join(folder, 'signPri.key');
  writeFileSync(file, encryptKey(pkcs8, 'right', 'PBES2'));
  const providers = ['-provider', 'legacy', '-provider', 'default'];
  const arguments_ = ['pkey', '-inform', 'DER', '-in', file, '-passin', 'pass:right', ...providers];
  const read = createPrivateKey(execFileSync('openssl', arguments_, { stdio: ['ignore', 'pipe', 'pipe'] }).toString());
  expect(createPublicKey(read).equals(pair.publicKey)).toBe(true);
});

// From PyPinkSign's code: key and IV of both national forms, here with OpenSSL's SEED instead of ours.
it('is encrypted with the key that the form derives from the password', () => {
  const file = encryptKey(pkcs8, 'right', 'seedCBC');
  const python = `
import hashlib, sys, subprocess
d = open(sys.argv[1], 'rb').read()
i = d.index(bytes([4, 8])); salt = d[i+2:i+10]
k = hashlib.sha1(b'right' + salt).digest()
for _ in range(2047): k = hashlib.sha1(k).digest()
j = d.index(bytes([4, 0x81]), i + 10)
out = subprocess.run(['openssl', 'enc', '-d', '-seed-cbc', '-provider', 'legacy', '-provider', 'default', '-K', k[:16].hex(), '-iv', b'0123456789012345'.hex()], input=d[j+3:], stdout=subprocess.PIPE, check=True)
sys.stdout.buffer.write(out.stdout)`;
  const path = join(folder, 'national.key');
  writeFileSync(path, file);
  expect(execFileSync('python3', ['-c', python, path])).toEqual(pkcs8);
});

it('refuses a file that would keep its reader busy', () => {
  const file = Buffer.from(encryptKey(pkcs8, 'right', 'seedCBC'));
  // 2,048 iterations are INTEGER 08 00; 7f ff would be 32,767 and is read, a length of five bytes is not.
  const at = file.indexOf(Buffer.of(0x02, 0x02, 0x08, 0x00));
  file.set([0x02, 0x02, 0x00, 0x00], at);
  expect(() => openKey(file, 'right')).toThrow('iterations');
});

it('gives a run keys of both kinds, each with a secret', async () => {
  const keys = await createTestKeys();
  expect([keys.RSA.length, keys['P-256'].length]).toEqual([6, 4]);
  for (const { pkcs8: key, publicKey, secret: own } of [...keys.RSA, ...keys['P-256']]) {
    const opened = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
    expect(createPublicKey(opened).export({ format: 'der', type: 'spki' })).toEqual(Buffer.from(publicKey));
    expect(own).toHaveLength(20);
  }
});
