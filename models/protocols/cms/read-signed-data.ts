import { DerError, type DerNode, memberOf, members, wholeDer } from '../der/read-der.ts';
import { objectIdentifier, setOf, smallNumber } from '../der/write-der.ts';
import { OID, type SigningAlgorithm, sha256Algorithm, signerAlgorithm } from './oids.ts';
import { issuerAndSerial } from './signed-data.ts';

const INTEGER = 0x02;
const SEQUENCE = 0x30;
const SET = 0x31;
const OCTETS = 0x04;
const CONTEXT_0 = 0xa0;

/** A CMS message, taken apart; nothing of it is verified. */
export interface ReadSignedData {
  readonly content: Uint8Array;
  readonly certificate: Uint8Array;
  readonly algorithm: SigningAlgorithm;
  readonly signature: Uint8Array;
}

const same = (left: Uint8Array, right: Uint8Array): boolean => left.length === right.length && left.every((byte, i) => byte === right[i]);

function expect(found: DerNode, wanted: Uint8Array, what: string): void {
  if (!same(found.whole, wanted)) throw new DerError(`the ${what} is not the one that is accepted here`);
}

/** The only member of a set or a tag. */
function only(node: DerNode, tag: number, what: string): DerNode {
  const found = members(node);
  if (found.length !== 1) throw new DerError(`there must be one ${what}, got ${found.length}`);
  return memberOf(found, 0, tag);
}

function contentOf(encapsulated: DerNode): Uint8Array {
  const fields = members(encapsulated);
  expect(fields[0] ?? encapsulated, objectIdentifier(OID.data), 'type of the content');
  return only(memberOf(fields, 1, CONTEXT_0), OCTETS, 'content').contents;
}

function signerOf(info: DerNode, certificate: Uint8Array): Pick<ReadSignedData, 'algorithm' | 'signature'> {
  const fields = members(info);
  if (fields.length !== 5) throw new DerError('a signer must have no attributes');
  expect(memberOf(fields, 0, INTEGER), smallNumber(1), 'version of the signer');
  expect(memberOf(fields, 1, SEQUENCE), issuerAndSerial(certificate), 'certificate of the signer');
  expect(memberOf(fields, 2, SEQUENCE), sha256Algorithm, 'digest algorithm');
  const named = memberOf(fields, 3, SEQUENCE).whole;
  const algorithm = (['RSA', 'P-256'] as const).find((one) => same(named, signerAlgorithm[one]));
  if (algorithm === undefined) throw new DerError('the signature algorithm is neither RSA nor ECDSA with SHA-256');
  return { algorithm, signature: memberOf(fields, 4, OCTETS).contents };
}

/**
 * Takes a message apart that `signedData` could have made. Strict: throws a `DerError` for anything else, such as several signers, signed
 * attributes, another digest, or bytes behind the end.
 */
export function readSignedData(bytes: Uint8Array): ReadSignedData {
  const outer = members(wholeDer(bytes, SEQUENCE));
  expect(outer[0] ?? wholeDer(bytes, SEQUENCE), objectIdentifier(OID.signedData), 'type of the message');
  const fields = members(only(memberOf(outer, 1, CONTEXT_0), SEQUENCE, 'message'));
  if (fields.length !== 5) throw new DerError('a message must have five parts');
  expect(memberOf(fields, 0, INTEGER), smallNumber(1), 'version of the message');
  expect(memberOf(fields, 1, SET), setOf(sha256Algorithm), 'set of digest algorithms');
  const content = contentOf(memberOf(fields, 2, SEQUENCE));
  const certificate = only(memberOf(fields, 3, CONTEXT_0), SEQUENCE, 'certificate').whole;
  return { content, certificate, ...signerOf(only(memberOf(fields, 4, SET), SEQUENCE, 'signer'), certificate) };
}
