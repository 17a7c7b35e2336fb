import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Applicant, PASSWORD_TRIES } from '../../../models/people/applicant.ts';
import { signedData, signerOf } from '../../../models/protocols/cms/signed-data.ts';
import { createAuthority } from '../../../reference-service/cheongyak/certificates/authority.ts';
import {
  clockIsAhead,
  DEVICE_FAULT_SHARES,
  FAULT_SHARES,
  faultOf,
  wrongPasswordsOf,
} from '../../../reference-service/cheongyak/certificates/faults.ts';
import { type Expected, verifyMessage } from '../../../reference-service/cheongyak/certificates/verify-message.ts';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';
import { bytesOf, signedBy, theAuthority, thePeople } from './signed.ts';

const folder = temporaryFolder();
let authority: X509Certificate;
let people: Applicant[];

beforeAll(async () => {
  authority = new X509Certificate(bytesOf((await theAuthority()).certificate));
  people = await thePeople();
});

const numberOf = (person: Applicant): number => people.indexOf(person) + 1;
const sound = (algorithm?: string): Applicant =>
  people.find((one) => one.fault === null && (algorithm === undefined || one.algorithm === algorithm))!;

function verified(person: Applicant, message: Uint8Array, changes: Partial<Expected> = {}) {
  const usual = { user: numberOf(person), secret: bytesOf(person.secret), authority: authority.publicKey, now: Date.now() };
  return verifyMessage(message, { ...usual, ...changes });
}

describe.each(['RSA', 'P-256'])('a message signed with %s', (algorithm) => {
  it('is accepted by OpenSSL, and its content comes back', () => {
    const person = sound(algorithm);
    const message = signedBy(person, 'unit=84A\n'.repeat(200));
    const [file, trusted] = [join(folder, `${algorithm}.der`), join(folder, 'authority.pem')];
    writeFileSync(file, message);
    writeFileSync(trusted, authority.toString());
    const content = execFileSync(
      'openssl',
      ['cms', '-verify', '-inform', 'DER', '-in', file, '-CAfile', trusted, '-purpose', 'any', '-binary'],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    expect(content.toString()).toBe('unit=84A\n'.repeat(200));
    expect(verified(person, message)).toEqual({ serial: numberOf(person), content: expect.anything() });
  });

  it('is refused when any byte of it is another', () => {
    const message = signedBy(sound(algorithm), 'unit=84A\n');
    fc.assert(
      fc.property(fc.nat(message.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const other = Buffer.from(message);
        other[at]! ^= change;
        expect(typeof verified(sound(algorithm), other)).toBe('string');
      }),
      { numRuns: 150 },
    );
  });

  it('is refused when it is cut at any byte, or has one more', () => {
    const message = signedBy(sound(algorithm), 'unit=84A\n');
    for (let length = 0; length < message.length; length += 7)
      expect(verified(sound(algorithm), message.subarray(0, length))).toBe('unreadable');
    expect(verified(sound(algorithm), Buffer.concat([message, Buffer.of(0)]))).toBe('unreadable');
  });
});

describe('a certificate', () => {
  it.each([
    ['expired', 'expired'],
    ['corrupt', 'not-issued-here'],
    ['wrong-identity', 'wrong-identity'],
  ])('that is %s is refused', (fault, reason) => {
    const person = people.find((one) => one.fault === fault)!;
    expect(verified(person, signedBy(person, 'x'))).toBe(reason);
  });

  it('of an authority of the same name is refused', async () => {
    const [other] = await (await createAuthority(new Date())).issue(1);
    expect(verified(people[0]!, signedBy(other!, 'x'))).toBe('not-issued-here');
  });

  it('of somebody else, with their signature, is refused', () => {
    const [one, other] = people.filter(({ fault }) => fault === null) as [Applicant, Applicant];
    expect(verified(one, signedBy(other, 'x'))).toBe('wrong-identity');
  });

  it('with the signature of another key is refused', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const { certificate, algorithm } = sound('RSA');
    const message = signedData(Buffer.from('x'), signerOf(bytesOf(certificate), algorithm), sign('sha256', Buffer.from('x'), privateKey));
    expect(verified(sound('RSA'), message)).toBe('wrong-signature');
  });

  it('is no longer good when it has run out', () => {
    const later = Date.now() + 400 * 86_400_000;
    expect(verified(sound(), signedBy(sound(), 'x'), { now: later })).toBe('expired');
  });
});

it('gives as many people each fault as stated: within three standard deviations of 20,000 draws', () => {
  const numbers = Array.from({ length: 20_000 }, (_, i) => i + 1);
  const stated: [string, number, (n: number) => boolean][] = [
    ...Object.entries(FAULT_SHARES).map(([fault, { value }]): [string, number, (n: number) => boolean] => [
      fault,
      value,
      (n) => faultOf(n) === fault,
    ]),
    ['wrong password', DEVICE_FAULT_SHARES.wrongPassword.value, (n) => wrongPasswordsOf(n) > 0],
    ['clock ahead', DEVICE_FAULT_SHARES.clockAhead.value, clockIsAhead],
  ];
  for (const [fault, value, has] of stated) {
    const share = numbers.filter(has).length / numbers.length;
    expect(Math.abs(share - value), fault).toBeLessThan(3 * Math.sqrt((value * (1 - value)) / numbers.length));
  }
});

it('locks the key of some who mistype, and of nobody before the fifth wrong password', () => {
  const wrong = Array.from({ length: 20_000 }, (_, i) => wrongPasswordsOf(i + 1));
  expect([Math.max(...wrong), wrong.some((count) => count === 1)]).toEqual([PASSWORD_TRIES, true]);
});
