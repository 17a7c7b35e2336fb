import { createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { KISA_SEED_CBC } from 'kisa-seed';
import { DerError, type DerNode, memberOf, members, wholeDer } from '../../../models/protocols/der/read-der.ts';
import { type Der, nothing, objectIdentifier, octets, sequence, smallNumber } from '../../../models/protocols/der/write-der.ts';

/** How the private key of a certificate is kept on disk (`signPri.key`): the two forms of the Korean national PKI, and PBES2 of RFC 8018. All encrypt with SEED. */
export const KEY_FILE_FORMS = ['seedCBCWithSHA1', 'seedCBC', 'PBES2'] as const;
export type KeyFileForm = (typeof KEY_FILE_FORMS)[number];

/** By the code of PyPinkSign and by RFC 4269 and 8018. */
const KEY_FILE_OID = {
  seedCBCWithSHA1: '1.2.410.200004.1.15',
  seedCBC: '1.2.410.200004.1.4',
  PBES2: '1.2.840.113549.1.5.13',
} as const satisfies Readonly<Record<KeyFileForm, string>>;
const PBKDF2 = objectIdentifier('1.2.840.113549.1.5.12');
const HMAC_SHA1 = sequence(objectIdentifier('1.2.840.113549.2.7'), nothing);
const SEED_CBC = objectIdentifier(KEY_FILE_OID.seedCBC);

const [INTEGER, OCTETS, OBJECT, SEQUENCE] = [0x02, 0x04, 0x06, 0x30] as const;
const SALT_BYTES = 8;
const BLOCK = 16;
/** As toolkits write it. */
const ITERATIONS = 2_048;
/** A file from elsewhere may not keep a reader busy. */
const MOST_ITERATIONS = 1_000_000;
/** IV of the form that stores none. */
const FIXED_IV = Buffer.from('0123456789012345', 'latin1');

interface SeedKey {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
}

const sha1 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha1').update(Buffer.concat(parts)).digest();
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** PBKDF1 with SHA-1 (RFC 8018, 5.1): 20 bytes. */
function pbkdf1(password: string, salt: Uint8Array, iterations: number): Buffer {
  let derived = sha1(Buffer.from(password), salt);
  for (let i = 1; i < iterations; i++) derived = sha1(derived);
  return derived;
}

/** The key of the two national forms; one of them derives its IV too. */
function nationalKey(form: 'seedCBCWithSHA1' | 'seedCBC', password: string, salt: Uint8Array, iterations: number): SeedKey {
  const derived = pbkdf1(password, salt, iterations);
  const iv = form === 'seedCBC' ? FIXED_IV : sha1(derived.subarray(BLOCK)).subarray(0, BLOCK);
  return { key: derived.subarray(0, BLOCK), iv };
}

const pbes2Key = (password: string, salt: Uint8Array, iterations: number): Buffer => pbkdf2Sync(password, salt, iterations, BLOCK, 'sha1');

const encrypted = ({ key, iv }: SeedKey, bytes: Uint8Array): Buffer =>
  Buffer.from(KISA_SEED_CBC.encryptBytes(base64(key), base64(iv), bytes), 'base64');

/** A private key, PKCS #8, as a key file: EncryptedPrivateKeyInfo (RFC 5958, 3). */
export function encryptKey(pkcs8: Uint8Array, password: string, form: KeyFileForm): Der {
  const salt = randomBytes(SALT_BYTES);
  const derivation = sequence(octets(salt), smallNumber(ITERATIONS));
  if (form !== 'PBES2') {
    const seed = nationalKey(form, password, salt, ITERATIONS);
    return sequence(sequence(objectIdentifier(KEY_FILE_OID[form]), derivation), octets(encrypted(seed, pkcs8)));
  }
  const seed = { key: pbes2Key(password, salt, ITERATIONS), iv: randomBytes(BLOCK) };
  const function_ = sequence(PBKDF2, sequence(octets(salt), smallNumber(ITERATIONS), smallNumber(BLOCK), HMAC_SHA1));
  const scheme = sequence(function_, sequence(SEED_CBC, octets(seed.iv)));
  return sequence(sequence(objectIdentifier(KEY_FILE_OID.PBES2), scheme), octets(encrypted(seed, pkcs8)));
}

const isOid = (node: DerNode, dotted: string): boolean => Buffer.from(node.whole).equals(objectIdentifier(dotted));

function iterationsIn(node: DerNode): number {
  const count = node.contents.reduce((sum, byte) => sum * 256 + byte, 0);
  if (node.contents.length > 4 || count < 1 || count > MOST_ITERATIONS) throw new DerError('the number of iterations is out of range');
  return count;
}

/** Salt and iterations, which both derivations begin with. */
function saltAndIterations(parameters: readonly DerNode[]): [Uint8Array, number] {
  return [memberOf(parameters, 0, OCTETS).contents, iterationsIn(memberOf(parameters, 1, INTEGER))];
}

function seedKeyOf(algorithm: DerNode, password: string): SeedKey {
  const named = members(algorithm);
  const [oid, parameters] = [memberOf(named, 0, OBJECT), members(memberOf(named, 1, SEQUENCE))];
  for (const form of ['seedCBCWithSHA1', 'seedCBC'] as const)
    if (isOid(oid, KEY_FILE_OID[form])) return nationalKey(form, password, ...saltAndIterations(parameters));
  if (!isOid(oid, KEY_FILE_OID.PBES2)) throw new DerError('a key file must be encrypted with SEED, by a password');
  const derivation = members(memberOf(members(memberOf(parameters, 0, SEQUENCE)), 1, SEQUENCE));
  const cipher = members(memberOf(parameters, 1, SEQUENCE));
  if (!isOid(memberOf(cipher, 0, OBJECT), KEY_FILE_OID.seedCBC)) throw new DerError('the cipher of a key file must be SEED in CBC');
  return { key: pbes2Key(password, ...saltAndIterations(derivation)), iv: memberOf(cipher, 1, OCTETS).contents };
}

/** Whether bytes are a PKCS #8 key: what a wrong password gives is noise. */
function isKey(bytes: Uint8Array): boolean {
  try {
    return memberOf(members(wholeDer(bytes, SEQUENCE)), 0, INTEGER).contents.length === 1;
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

function decrypted({ key, iv }: SeedKey, bytes: Uint8Array): Uint8Array | null {
  try {
    return KISA_SEED_CBC.decryptBytes(base64(key), base64(iv), base64(bytes));
  } catch {
    // Padding that cannot be one: the package throws errors of no kind of their own.
    return null;
  }
}

/** The key in a file, PKCS #8; null when the password is wrong. Throws a `DerError` when it is no key file of these forms. */
export function openKey(file: Uint8Array, password: string): Uint8Array | null {
  const outer = members(wholeDer(file, SEQUENCE));
  const seed = seedKeyOf(memberOf(outer, 0, SEQUENCE), password);
  const key = decrypted(seed, memberOf(outer, 1, OCTETS).contents);
  return key !== null && isKey(key) ? key : null;
}
