import { type KeyObject, verify, X509Certificate } from 'node:crypto';
import { type ReadSignedData, readSignedData } from '../../../models/protocols/cms/read-signed-data.ts';
import { DerError } from '../../../models/protocols/der/read-der.ts';
import { vidOf } from './vid.ts';

/** Why a message is refused. */
export type Refused = 'unreadable' | 'not-issued-here' | 'expired' | 'wrong-signature' | 'wrong-identity';

export interface Verified {
  /** Serial number of the certificate. */
  readonly serial: number;
  readonly content: Uint8Array;
}

/** Where the hash of the identification stands: it is the only OCTET STRING of 32 bytes of the certificate behind its object identifier. */
const holds = (certificate: Uint8Array, vid: Buffer): boolean => Buffer.from(certificate).includes(vid);

/** Whose message it must be, and by whom the certificate must be issued. */
export interface Expected {
  readonly user: number;
  readonly secret: Uint8Array;
  readonly authority: KeyObject;
  /** Unix milliseconds. */
  readonly now: number;
}

function certificateIn(message: ReadSignedData): X509Certificate | null {
  try {
    return new X509Certificate(message.certificate);
  } catch {
    return null;
  }
}

function readable(bytes: Uint8Array): ReadSignedData | null {
  try {
    return readSignedData(bytes);
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

/**
 * Verifies a signed message as a service must: strict form, issued by the authority, within its validity, signature over the content,
 * identification of the person. Revocation is asked of the responder, not here.
 */
export function verifyMessage(bytes: Uint8Array, { user, secret, authority, now }: Expected): Verified | Refused {
  const message = readable(bytes);
  if (message === null) return 'unreadable';
  const certificate = certificateIn(message);
  if (certificate === null) return 'unreadable';
  if (!certificate.verify(authority)) return 'not-issued-here';
  if (now < Date.parse(certificate.validFrom) || now > Date.parse(certificate.validTo)) return 'expired';
  if (!verify('sha256', message.content, certificate.publicKey, message.signature)) return 'wrong-signature';
  if (!holds(message.certificate, vidOf(user, secret))) return 'wrong-identity';
  return { serial: Number.parseInt(certificate.serialNumber, 16), content: message.content };
}
