import type { Person, User } from '../../surgeproof.ts';
import type { CheongyakStep } from './steps.ts';

/** A person with a certificate, as the service issues them for a rehearsal. Bytes in base64. */
export interface Applicant extends Person {
  readonly method: 'joint' | 'financial' | 'simple';
  readonly certificate: string;
  readonly algorithm: 'RSA' | 'P-256';
  /** Private key, PKCS #8. */
  readonly key: string;
  readonly secret: string;
  /** What is wrong with the certificate; null for most people. */
  readonly fault: 'expired' | 'revoked' | 'corrupt' | 'wrong-identity' | null;
}

/** A person at the website of the subscription. */
export type ApplicantUser = User<CheongyakStep, Applicant>;
