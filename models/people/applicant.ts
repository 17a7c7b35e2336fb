import type { Person } from './person.ts';

/** How people log in. */
export const METHODS = ['joint', 'financial', 'simple'] as const;
export type LoginMethod = (typeof METHODS)[number];

/** What is wrong with a person's certificate, or with what they do with it. */
export type CertificateFault = 'expired' | 'revoked' | 'corrupt' | 'wrong-identity';

/** A person with a certificate, as an authority hands them to those who rehearse. Bytes in base64. */
export interface Applicant extends Person {
  readonly method: LoginMethod;
  readonly certificate: string;
  readonly algorithm: 'RSA' | 'P-256';
  /** Private key, PKCS #8: a test key, made for this run and good for nothing else. */
  readonly key: string;
  /** The secret of the identification in the certificate. */
  readonly secret: string;
  /** null for most people. */
  readonly fault: CertificateFault | null;
  /** Wrong passwords that they type for their key before the right one; `PASSWORD_TRIES`: there is no right one any more. */
  readonly wrongPasswords: number;
  /** The clock of their device is years ahead: to their client every certificate has run out. */
  readonly clockIsAhead: boolean;
}

/** Wrong passwords after which a client locks a key, as toolkits do. */
export const PASSWORD_TRIES = 5;

/** Complexes that people apply for, by number, and the types of homes in each. */
export const COMPLEXES = 20;
export const UNITS = ['59A', '74B', '84A', '84B'] as const;
