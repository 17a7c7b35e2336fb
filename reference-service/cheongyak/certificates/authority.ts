import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { type Applicant, type CertificateFault, type LoginMethod, METHODS } from '../../../models/people/applicant.ts';
import { personOf } from '../../../models/people/person.ts';
import type { SigningAlgorithm } from '../../../models/protocols/cms/oids.ts';
import { randomFrom } from '../../../models/workload/users/random.ts';
import { createTestKeys, type TestKey } from '../keys/test-keys.ts';
import { certificateOf } from './certificate.ts';
import { clockIsAhead, faultOf, wrongPasswordsOf } from './faults.ts';
import { vidOf } from './vid.ts';

/** A certificate authority for one run, with everybody's certificates. */
export interface Authority {
  /** Its own certificate, base64. */
  readonly certificate: string;
  /** People `1` to `count` with their keys and certificates. Takes about a millisecond of CPU each, on all cores. */
  issue(count: number): Promise<Applicant[]>;
}

const ISSUER = 'surgeproof test CA';
const DAY = 86_400_000;
/** Cumulative shares of joint certificate, financial certificate and simple authentication: 60, 20, 20 %, assumed. */
const METHODS_UP_TO = [0.6, 0.8, 1] as const;
const METHOD_STREAM = 0x4d4554;

const pair = promisify(generateKeyPair);

function methodOf(n: number): LoginMethod {
  const draw = randomFrom(METHOD_STREAM, n)();
  return METHODS[METHODS_UP_TO.findIndex((upTo) => draw < upTo)]!;
}

/** A byte in the middle of the certificate is not what was signed. */
function damaged(certificate: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(certificate);
  bytes[Math.floor(bytes.length / 2)]! ^= 0xff;
  return bytes;
}

interface Issuing {
  readonly keys: Readonly<Record<SigningAlgorithm, readonly TestKey[]>>;
  readonly issuerKey: KeyObject;
  readonly now: Date;
}

/** Serial numbers are those of the people. */
function certified(n: number, fault: CertificateFault | null, key: TestKey, { issuerKey, now }: Issuing): Promise<Uint8Array> {
  const { publicKey, secret } = key;
  const days = (count: number): Date => new Date(now.getTime() + count * DAY);
  // Somebody else's certificate says who they are, so that the number behind it does not match.
  const identified = fault === 'wrong-identity' ? n + 1 : n;
  const [from, until] = fault === 'expired' ? [days(-400), days(-35)] : [days(-(n % 300) - 1), days(365 - (n % 300))];
  const facts = { serial: n, issuer: ISSUER, subject: `${personOf(n).name}()${n}`, from, until, publicKey };
  return certificateOf({ ...facts, vid: vidOf(identified, secret) }, issuerKey);
}

async function applicantOf(n: number, issuing: Issuing): Promise<Applicant> {
  const [method, fault] = [methodOf(n), faultOf(n)];
  const keys = issuing.keys[method === 'joint' ? 'RSA' : 'P-256'];
  const key = keys[n % keys.length]!;
  const certificate = await certified(n, fault, key, issuing);
  return {
    ...personOf(n),
    method,
    certificate: Buffer.from(fault === 'corrupt' ? damaged(certificate) : certificate).toString('base64'),
    algorithm: key.algorithm,
    key: key.pkcs8,
    secret: Buffer.from(key.secret).toString('base64'),
    fault,
    wrongPasswords: wrongPasswordsOf(n),
    clockIsAhead: clockIsAhead(n),
  };
}

/** A fresh authority. Its keys are random and never leave this machine's memory but for the test keys of the people. */
export async function createAuthority(now: Date): Promise<Authority> {
  const [own, keys] = await Promise.all([pair('rsa', { modulusLength: 2_048 }), createTestKeys()]);
  const issuing: Issuing = { keys, issuerKey: own.privateKey, now };
  const [from, until] = [new Date(now.getTime() - 1_000 * DAY), new Date(now.getTime() + 1_000 * DAY)];
  const publicKey = own.publicKey.export({ format: 'der', type: 'spki' });
  const certificate = await certificateOf({ serial: 1, issuer: ISSUER, subject: ISSUER, from, until, publicKey }, own.privateKey);
  return {
    certificate: Buffer.from(certificate).toString('base64'),
    issue: (count) => Promise.all(Array.from({ length: count }, (_, i) => applicantOf(i + 1, issuing))),
  };
}
