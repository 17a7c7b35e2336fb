/** The journeys a step belongs to; `waiting-room` is the line in front of the service. */
export type JourneyName = 'waiting-room' | 'login' | 'register-card' | 'qr-payment';

export interface Step {
  /** Stable identifier used in logs, budgets and reports. */
  readonly name: string;
  readonly journey: JourneyName;
  /** What the user does, in words for a report. */
  readonly title: string;
}

/**
 * Every request a simulated user can make, in the order of the story.
 * The measurement log refers to a step by its index here, so new steps are appended, never inserted.
 */
export const STEPS = [
  { name: 'queue-join', journey: 'waiting-room', title: 'Join the line' },
  { name: 'queue-poll', journey: 'waiting-room', title: 'Ask for the place in line' },
  { name: 'open-app', journey: 'login', title: 'Open the app, check the version' },
  { name: 'login', journey: 'login', title: 'Log in with phone number and PIN' },
  { name: 'identity-send', journey: 'login', title: 'Request the identity code' },
  { name: 'identity-confirm', journey: 'login', title: 'Confirm the identity code' },
  { name: 'register-card', journey: 'register-card', title: 'Register a card' },
  { name: 'balance', journey: 'qr-payment', title: 'Look at the balance' },
  { name: 'qr-lookup', journey: 'qr-payment', title: 'Scan the merchant QR' },
  { name: 'pay', journey: 'qr-payment', title: 'Approve the payment' },
  { name: 'cancel', journey: 'qr-payment', title: 'Cancel the payment' },
  { name: 'queue-leave', journey: 'waiting-room', title: 'Leave the line or give the place back' },
] as const satisfies readonly Step[];

export type StepName = (typeof STEPS)[number]['name'];
