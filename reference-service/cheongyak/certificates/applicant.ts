import type { Person } from '../../../models/people/person.ts';
import type { CertificateFault } from './faults.ts';

/** How people log in. */
export const METHODS = ['joint', 'financial', 'simple'] as const;
export type LoginMethod = (typeof METHODS)[number];

/** A person with a certificate, as the authority hands them to those who rehearse. Bytes in base64. */
export interface Applicant extends Person {
  readonly method: LoginMethod;
  readonly certificate: string;
  readonly algorithm: 'RSA' | 'P-256';
  /** Private key, PKCS #8: a test key, made for this run and good for nothing else. */
  readonly key: string;
  /** The secret of the identification in the certificate. */
  readonly secret: string;
  readonly fault: CertificateFault | null;
}
