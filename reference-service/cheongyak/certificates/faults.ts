import type { CertificateFault } from '../../../models/people/applicant.ts';
import type { Quantity } from '../../../models/workload/surge/quantity.ts';
import { randomFrom } from '../../../models/workload/users/random.ts';

const assumed = (value: number, source: string): Quantity => ({ value, unit: 'share of the people', source, kind: 'assumed' });

/** How many people have which fault. The kinds are from reports of the deadline, the shares are assumed. */
export const FAULT_SHARES: Readonly<Record<CertificateFault, Quantity>> = {
  expired: assumed(0.02, 'a certificate is good for a year, and people show the one that ran out'),
  revoked: assumed(0.01, 'a certificate that was issued again elsewhere'),
  corrupt: assumed(0.01, 'a file that was damaged when it was copied to another device'),
  'wrong-identity': assumed(0.005, 'the certificate of somebody else of the household'),
};

/** Separates these draws from other uses of a person's number. */
const STREAM = 0x464c54;

/** The fault of user `n`; null for most people. The same every time, so that the service and those who use it agree. */
export function faultOf(n: number): CertificateFault | null {
  let left = randomFrom(STREAM, n)();
  for (const [fault, { value }] of Object.entries(FAULT_SHARES)) {
    left -= value;
    if (left < 0) return fault as CertificateFault;
  }
  return null;
}
