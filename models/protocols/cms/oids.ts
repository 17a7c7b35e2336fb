import { nothing, objectIdentifier, sequence } from '../der/write-der.ts';

/** Object identifiers of RFC 5652, 5280, 3370, 5754 and of the Korean national PKI. */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  /** The identification of a person in the subject's alternative name. */
  vid: '1.2.410.200004.10.1.1',
  /** The hash of the number and the secret of a person. */
  vidHash: '1.2.410.200004.10.1.1.1',
} as const;

/** Signature algorithms of the people: RSA of 2,048 bits with PKCS #1 v1.5, and ECDSA over P-256, both over SHA-256. */
export type SigningAlgorithm = 'RSA' | 'P-256';

export const sha256Algorithm = sequence(objectIdentifier(OID.sha256));

/** As a SignerInfo names it: RFC 3370, 3.2 and RFC 5754, 3.3. */
export const signerAlgorithm = {
  RSA: sequence(objectIdentifier(OID.rsaEncryption), nothing),
  'P-256': sequence(objectIdentifier(OID.ecdsaWithSha256)),
} as const satisfies Readonly<Record<SigningAlgorithm, Uint8Array>>;
