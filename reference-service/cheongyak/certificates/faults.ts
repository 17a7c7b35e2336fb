import { type CertificateFault, PASSWORD_TRIES } from '../../../models/people/applicant.ts';
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

/** What goes wrong on people's own devices, so that no service ever hears of it. Kinds as before, shares assumed. */
export const DEVICE_FAULT_SHARES = {
  wrongPassword: assumed(0.03, 'the password of the certificate is typed wrongly; some never find it'),
  clockAhead: assumed(0.005, 'the clock of the device is years ahead, so that the certificate looks expired'),
} as const satisfies Readonly<Record<string, Quantity>>;

/** Share of the people with a wrong password who type another wrong one. Assumed. */
const WRONG_AGAIN = 0.5;

/** Separates these draws from other uses of a person's number. */
const STREAM = 0x464c54;
const DEVICE_STREAM = 0x444556;
const PASSWORD_STREAM = 0x505744;

/** The fault of user `n`; null for most people. The same every time, so that the service and those who use it agree. */
export function faultOf(n: number): CertificateFault | null {
  let left = randomFrom(STREAM, n)();
  for (const [fault, { value }] of Object.entries(FAULT_SHARES)) {
    left -= value;
    if (left < 0) return fault as CertificateFault;
  }
  return null;
}

export const clockIsAhead = (n: number): boolean => randomFrom(DEVICE_STREAM, n)() < DEVICE_FAULT_SHARES.clockAhead.value;

/** How often user `n` types a wrong password for their key, at most `PASSWORD_TRIES`: then the file is locked. 0 for most people. */
export function wrongPasswordsOf(n: number): number {
  const random = randomFrom(PASSWORD_STREAM, n);
  if (random() >= DEVICE_FAULT_SHARES.wrongPassword.value) return 0;
  let wrong = 1;
  while (wrong < PASSWORD_TRIES && random() < WRONG_AGAIN) wrong++;
  return wrong;
}
