import encoding from 'k6/encoding';
import type { Applicant } from '../../../models/people/applicant.ts';
import { ecdsaSignature } from '../../../models/protocols/cms/ecdsa-signature.ts';
import type { SigningAlgorithm } from '../../../models/protocols/cms/oids.ts';
import { type Signer, signedData, signerOf } from '../../../models/protocols/cms/signed-data.ts';
import { type SigningKey, subtle } from './subtle.ts';

/** As Web Cryptography names them. */
const KEY_TYPE = {
  RSA: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  'P-256': { name: 'ECDSA', namedCurve: 'P-256' },
} as const;
const SIGNING = { RSA: KEY_TYPE.RSA, 'P-256': { name: 'ECDSA', hash: 'SHA-256' } } as const;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(encoding.b64decode(base64));

/** Imported keys by their text: people share a few test keys, and an import takes longer than a signature. */
const imported = new Map<string, Promise<SigningKey>>();

function keyOf({ key, algorithm }: Applicant): Promise<SigningKey> {
  const known = imported.get(key) ?? subtle().importKey('pkcs8', encoding.b64decode(key), KEY_TYPE[algorithm], false, ['sign']);
  imported.set(key, known);
  return known;
}

/** UTF-8. By way of base64, which k6 makes and reads in Go: a loop over the characters takes longer than a signature. */
const utf8 = (text: string): Uint8Array<ArrayBuffer> => bytesOf(encoding.b64encode(text));

/** What each person brings to all their messages. */
const signers = new WeakMap<Applicant, Signer>();

function signerFor(applicant: Applicant): Signer {
  const known = signers.get(applicant) ?? signerOf(bytesOf(applicant.certificate), applicant.algorithm);
  signers.set(applicant, known);
  return known;
}

const asCarried = (signature: Uint8Array, algorithm: SigningAlgorithm): Uint8Array =>
  algorithm === 'RSA' ? signature : ecdsaSignature(signature);

/** A text as this person signs it: a CMS message with their certificate. Signs for real, in about a millisecond. */
export async function signMessage(text: string, applicant: Applicant): Promise<Uint8Array> {
  const { algorithm } = applicant;
  const content = utf8(text);
  const signature = new Uint8Array(await subtle().sign(SIGNING[algorithm], await keyOf(applicant), content.buffer));
  return signedData(content, signerFor(applicant), asCarried(signature, algorithm));
}
