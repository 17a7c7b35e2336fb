import { memberOf, members, wholeDer } from '../der/read-der.ts';
import { type Der, objectIdentifier, octets, sequence, setOf, smallNumber, tagged } from '../der/write-der.ts';
import { OID, type SigningAlgorithm, sha256Algorithm, signerAlgorithm } from './oids.ts';

const SEQUENCE = 0x30;
const INTEGER = 0x02;

const signedDataType = objectIdentifier(OID.signedData);
const dataType = objectIdentifier(OID.data);
const one = smallNumber(1);

/** Issuer and serial number of a certificate, as a SignerInfo names its signer (RFC 5652, 10.2.4). Throws a `DerError` when it is no certificate. */
export function issuerAndSerial(certificate: Der): Der {
  const fields = members(memberOf(members(wholeDer(certificate, SEQUENCE)), 0, SEQUENCE));
  // Version 3 stands in front as [0].
  const from = fields[0]?.tag === 0xa0 ? 1 : 0;
  return sequence(memberOf(fields, from + 2, SEQUENCE).whole, memberOf(fields, from, INTEGER).whole);
}

/** What one signer brings to every message, made once. */
export interface Signer {
  readonly certificate: Der;
  readonly algorithm: SigningAlgorithm;
}

/**
 * A CMS message in the minimal form that Korean toolkits send: SignedData of version 1, SHA-256, content inside, one certificate, one
 * signer without signed attributes, so that the signature is over the content itself.
 *
 * @param signature PKCS #1 v1.5 of an RSA key, or the DER form of ECDSA
 * Source: RFC 5652, 3 and 5. Throws a `DerError` when the certificate is none.
 */
export function signedData(content: Uint8Array, { certificate, algorithm }: Signer, signature: Uint8Array): Der {
  const signerInfo = sequence(one, issuerAndSerial(certificate), sha256Algorithm, signerAlgorithm[algorithm], octets(signature));
  const body = sequence(
    one,
    setOf(sha256Algorithm),
    sequence(dataType, tagged(0, octets(content))),
    tagged(0, certificate),
    setOf(signerInfo),
  );
  return sequence(signedDataType, tagged(0, body));
}
