import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { SigningAlgorithm } from '../../../models/protocols/cms/oids.ts';
import { encryptKey, KEY_FILE_FORMS, type KeyFileForm, openKey } from './key-file.ts';
import { splitKey, withRandomValue } from './random-value.ts';

/** A key that several people share: made for one run, and good for nothing else. */
export interface TestKey {
  readonly algorithm: SigningAlgorithm;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  /** PKCS #8, base64. */
  readonly pkcs8: string;
  /** The secret of the identification of everybody who has it. */
  readonly secret: Uint8Array;
}

/** RSA keys take a tenth of a second each to make, so that people share these few; no service can tell, since it sees certificates. */
const KEYS = { RSA: 6, 'P-256': 4 } as const;
const SECRET_BYTES = 20;
/** Of every key file: the keys are worth nothing. */
const PASSWORD = 'test-password-1';

const pair = promisify(generateKeyPair);

/** Makes a key, keeps it as people keep theirs, and opens the file with the password as their client does: once, before the run. */
async function testKey(algorithm: SigningAlgorithm, form: KeyFileForm): Promise<TestKey> {
  const { publicKey, privateKey } =
    algorithm === 'RSA' ? await pair('rsa', { modulusLength: 2_048 }) : await pair('ec', { namedCurve: 'prime256v1' });
  const made = privateKey.export({ format: 'der', type: 'pkcs8' });
  const opened = openKey(encryptKey(withRandomValue(made, randomBytes(SECRET_BYTES)), PASSWORD, form), PASSWORD);
  if (opened === null) throw new Error('key file: must open with the password that it was made with');
  const { key, secret } = splitKey(opened);
  return {
    algorithm,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    pkcs8: Buffer.from(key).toString('base64'),
    secret,
  };
}

/** The keys of a run, some in each form of a key file. Takes about a second. */
export async function createTestKeys(): Promise<Readonly<Record<SigningAlgorithm, readonly TestKey[]>>> {
  const several = (algorithm: SigningAlgorithm) =>
    Promise.all(Array.from({ length: KEYS[algorithm] }, (_, i) => testKey(algorithm, KEY_FILE_FORMS[i % KEY_FILE_FORMS.length]!)));
  const [rsa, p256] = await Promise.all([several('RSA'), several('P-256')]);
  return { RSA: rsa, 'P-256': p256 };
}
