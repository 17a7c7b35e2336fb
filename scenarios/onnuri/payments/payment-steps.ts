import type { StepDefinition } from '../../../surgeproof.ts';
import { assumedBudget } from '../../grounds.ts';
import { steps } from '../steps.ts';

/** A request that must be refused, and how few people make it. */
const refused = (title: string) => ({ title, p95: '1 s', errors: '0.1 %', rare: true, ...assumedBudget }) as const;

const seldom = { rare: true, minSamples: 50 } as const;

/** What people do who pay by QR or by linked card, and what must be refused to them. */
export const paymentSteps = {
  'open-app': steps['open-app'],
  login: steps.login,
  // Only people whom the service sends there.
  'identity-send': { ...steps['identity-send'], rare: true },
  'identity-confirm': { ...steps['identity-confirm'], rare: true },
  balance: steps.balance,
  'qr-lookup': steps['qr-lookup'],
  'legacy-qr': steps['legacy-qr'],
  'qr-bill': {
    title: 'The terminal shows a QR for the purchase',
    p50: '80 ms',
    p95: '400 ms',
    p99: '1 s',
    errors: '0.1 %',
    ...assumedBudget,
  },
  pay: steps.pay,
  'pay-card': {
    title: 'Pay by the linked card',
    p50: '250 ms',
    p95: '1.5 s',
    // One in ten asks the card network, and one in twelve of those waits for its time-out.
    p99: '5 s',
    errors: '0.1 %',
    ...assumedBudget,
  },
  'look-up': { title: 'Look up what became of the payment', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...assumedBudget, ...seldom },
  'net-cancel': {
    title: 'Net-cancel a payment whose answer was lost',
    p95: '1 s',
    p99: '5 s',
    errors: '0.1 %',
    ...assumedBudget,
    ...seldom,
  },
  refund: { title: 'Get a part of the payment back', p95: '1 s', p99: '5 s', errors: '0.1 %', ...assumedBudget, ...seldom },
  cancel: steps.cancel,
  'pay-other': refused('Another amount with a key that was used, which must be refused'),
  'pay-late': refused('A payment after its net cancel, which must be refused'),
  'pay-expired': refused('Pay by a QR of a terminal that is older than three minutes, which must be refused'),
  'refund-more': refused('Ask for more back than was paid, which must be refused'),
} as const satisfies Readonly<Record<string, StepDefinition>>;

export type PaymentStep = keyof typeof paymentSteps;
