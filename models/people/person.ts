import { randomFrom } from '../workload/users/random.ts';

/** A synthetic person. Nobody's data: see the rules at each field. Never holds a resident registration number. */
export interface Person {
  /** Account name in the reference service, `u0000001` and up. */
  readonly user: string;
  readonly name: string;
  /** 010-0###-####: exchange codes 0000–1999 after 010 are not assigned to anybody. */
  readonly phone: string;
  /** At example.com, a domain reserved for documentation (RFC 2606). */
  readonly email: string;
  /** Six digits; follows from the number of the user. */
  readonly pin: string;
  readonly carrier: Carrier;
  /** 16 digits that fail the Luhn check, so that no real card can have them. */
  readonly card: string;
  readonly issuer: string;
  readonly synthetic: true;
}

export const CARRIERS = ['SKT', 'KT', 'LGU', 'MVNO'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** Cumulative shares of the carriers: 40, 23, 20, 17 % (assumed). */
const CARRIERS_UP_TO = [0.4, 0.63, 0.83, 1] as const;

/** Fictitious: no issuer has these names. */
const ISSUERS = ['한빛카드', '새벽카드', '도담카드'] as const;

/** Separates the streams drawn for one person from other uses of the same number. */
const PIN_STREAM = 0x50494e;
const PERSON_STREAM = 0x504552;

const USER_DIGITS = 7;

/**
 * Account name of user `n`, a whole number from 1 to 9,999,999.
 *
 * @example userName(123) // => 'u0000123'
 */
export function userName(n: number): string {
  return `u${String(n).padStart(USER_DIGITS, '0')}`;
}

/**
 * The number behind an account name; null when the text is not one.
 *
 * @example userNumber('u0000123') // => 123
 */
export function userNumber(user: string): number | null {
  return /^u\d{7}$/.test(user) ? Number(user.slice(1)) : null;
}

/** PIN of user `n`: six digits that target and generator work out alike, without a data file. */
export function pinOf(n: number): string {
  return String(Math.floor(randomFrom(PIN_STREAM, n)() * 1_000_000)).padStart(6, '0');
}

/** The digit that makes `digits` pass the check of Luhn (ISO/IEC 7812-1, annex B) when appended. */
function luhnDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

/** Card number of user `n`: 16 digits with a wrong check digit. */
function cardOf(n: number): string {
  const digits = `9999${String(n).padStart(11, '0')}`;
  return digits + String((luhnDigit(digits) + 5) % 10);
}

/** User `n` (1 to 9,999,999), the same every time; a data file may give a livelier name. */
export function personOf(n: number): Person {
  const random = randomFrom(PERSON_STREAM, n);
  const carrierDraw = random();
  const digits = String(n).padStart(USER_DIGITS, '0');
  return {
    user: userName(n),
    name: `가상인물${n}`,
    phone: `010-0${digits.slice(0, 3)}-${digits.slice(3)}`,
    email: `${userName(n)}@example.com`,
    pin: pinOf(n),
    carrier: CARRIERS[CARRIERS_UP_TO.findIndex((upTo) => carrierDraw < upTo)]!,
    card: cardOf(n),
    issuer: ISSUERS[Math.floor(random() * ISSUERS.length)]!,
    synthetic: true,
  };
}
