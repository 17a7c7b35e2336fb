import { memberOf, members, wholeDer } from '../../../models/protocols/der/read-der.ts';
import { bits, type Der, derValue, objectIdentifier, sequence, setOf } from '../../../models/protocols/der/write-der.ts';

/** Where a key file of the Korean national PKI keeps the secret of the identification, R (KCAC.TS.SIVID). */
const RANDOM_VALUE = '1.2.410.200004.10.1.1.3';
const [SEQUENCE, BITS, SET, ATTRIBUTES] = [0x30, 0x03, 0x31, 0xa0] as const;

/** A key with the secret in it, as a certificate authority hands it out. */
export function withRandomValue(pkcs8: Uint8Array, secret: Uint8Array): Der {
  const attribute = sequence(objectIdentifier(RANDOM_VALUE), setOf(bits(secret)));
  // The set of attributes is tagged IMPLICIT (RFC 5958, 2).
  return sequence(...members(wholeDer(pkcs8, SEQUENCE)).map(({ whole }) => whole), derValue(ATTRIBUTES, attribute));
}

/** A key without its attributes, as signing needs it, and the secret among them. Throws a `DerError` when there is none. */
export function splitKey(pkcs8: Uint8Array): { readonly key: Der; readonly secret: Uint8Array } {
  const fields = members(wholeDer(pkcs8, SEQUENCE));
  const attribute = members(memberOf(members(memberOf(fields, 3, ATTRIBUTES)), 0, SEQUENCE));
  // The first byte of a bit string counts unused bits: none here.
  const secret = memberOf(members(memberOf(attribute, 1, SET)), 0, BITS).contents.subarray(1);
  return { key: sequence(...fields.slice(0, 3).map(({ whole }) => whole)), secret };
}
