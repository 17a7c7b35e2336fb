import { createHash } from 'node:crypto';
import { userName } from '../../../models/people/person.ts';
import { bits, derValue, sequence } from '../../../models/protocols/der/write-der.ts';

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * The number by which an office knows user `n`. Not a resident registration number, and not in the form of one: those are never made here.
 */
const identityOf = (n: number): string => `SYNTHETIC-${userName(n)}`;

/**
 * Identification of a person in a certificate: the hash of the hash of their number and a secret that only their key holds,
 * h(h(SEQUENCE { PrintableString number, BIT STRING secret })). Source: KCAC.TS.SIVID, by the code of its implementations.
 */
export function vidOf(n: number, secret: Uint8Array): Buffer {
  return sha256(sha256(sequence(derValue(0x13, Buffer.from(identityOf(n), 'latin1')), bits(secret))));
}
