import type { StepName } from '../../workload/surge/step.ts';

/** Steps as the subject of a sentence. */
const WORDS: Readonly<Record<StepName, string>> = {
  'queue-join': 'joining the line',
  'queue-poll': 'asking for the place in line',
  'open-app': 'opening the app',
  login: 'login',
  'identity-send': 'requesting the identity code',
  'identity-confirm': 'confirming the identity code',
  'register-card': 'card registration',
  balance: 'looking at the balance',
  'qr-lookup': 'scanning the merchant QR',
  pay: 'payment approval',
  cancel: 'payment cancellation',
  'queue-leave': 'leaving the line',
};

/** A step, or the subject of another criterion, in words. */
export const stepWords = (subject: string): string => (subject in WORDS ? WORDS[subject as StepName] : subject);
