import { memberOf, members, wholeDer } from '../der/read-der.ts';
import { type Der, header, joined, objectIdentifier, sequence, setOf, smallNumber, tagged } from '../der/write-der.ts';
import { OID, type SigningAlgorithm, sha256Algorithm, signerAlgorithm } from './oids.ts';

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const OCTETS = 0x04;
const CONTEXT = 0xa0;

const signedDataType = objectIdentifier(OID.signedData);
const dataType = objectIdentifier(OID.data);
const one = smallNumber(1);
const digests = setOf(sha256Algorithm);

/** Issuer and serial number of a certificate, as a SignerInfo names its signer (RFC 5652, 10.2.4). Throws a `DerError` when it is no certificate. */
export function issuerAndSerial(certificate: Der): Der {
  const fields = members(memberOf(members(wholeDer(certificate, SEQUENCE)), 0, SEQUENCE));
  // Version 3 stands in front as [0].
  const from = fields[0]?.tag === 0xa0 ? 1 : 0;
  return sequence(memberOf(fields, from + 2, SEQUENCE).whole, memberOf(fields, from, INTEGER).whole);
}

/** What one signer brings to every message, made once: a certificate is taken apart for it. */
export interface Signer {
  /** The certificate as it stands in a message. */
  readonly certificates: Der;
  /** Fields of the SignerInfo before the signature, one after the other. */
  readonly info: Der;
}

/** Throws a `DerError` when the certificate is none. */
export function signerOf(certificate: Der, algorithm: SigningAlgorithm): Signer {
  const info = joined([one, issuerAndSerial(certificate), sha256Algorithm, signerAlgorithm[algorithm]]);
  return { certificates: tagged(0, certificate), info };
}

/** Pieces of a value, not yet copied together: a message has seven values around its content. */
interface Pieces {
  readonly parts: readonly Uint8Array[];
  readonly length: number;
}

function around(tag: number, ...inner: readonly (Pieces | Uint8Array)[]): Pieces {
  const length = inner.reduce((sum, piece) => sum + piece.length, 0);
  const head = header(tag, length);
  return { parts: [head, ...inner.flatMap((piece) => ('parts' in piece ? piece.parts : [piece]))], length: head.length + length };
}

/**
 * A CMS message in the minimal form that Korean toolkits send: SignedData of version 1, SHA-256, content inside, one certificate, one
 * signer without signed attributes, so that the signature is over the content itself.
 *
 * @param signature PKCS #1 v1.5 of an RSA key, or the DER form of ECDSA
 * Source: RFC 5652, 3 and 5.
 */
export function signedData(content: Uint8Array, { certificates, info }: Signer, signature: Uint8Array): Der {
  const encapsulated = around(SEQUENCE, dataType, around(CONTEXT, around(OCTETS, content)));
  const signerInfos = around(SET, around(SEQUENCE, info, around(OCTETS, signature)));
  const body = around(SEQUENCE, one, digests, encapsulated, certificates, signerInfos);
  return joined(around(SEQUENCE, signedDataType, around(CONTEXT, body)).parts);
}
