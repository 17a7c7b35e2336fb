import type { Ink } from '../../charts/draw/theme.ts';

const NAMES: Readonly<Record<string, string>> = {
  'waiting-room': 'Waiting room',
  login: 'Login',
  'register-card': 'Card registration',
  'qr-payment': 'QR payment',
};

/**
 * A journey as people call it; an unknown one keeps its identifier.
 * @example journeyName('qr-payment') // => 'QR payment'
 */
export function journeyName(journey: string): string {
  return NAMES[journey] ?? journey;
}

/** The one colour of a journey. */
export function journeyInk(journey: string): Ink {
  return journey in NAMES ? (journey as Ink) : 'ink';
}
