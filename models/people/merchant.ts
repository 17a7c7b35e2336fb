/** Stores of the reference service: journeys pay in them, the ledger has an account for each. Assumed. */
export const MERCHANTS = 500;

/** Share of payments that are cancelled at once: the wrong amount or store. Assumed. */
export const CANCELLED_SHARE = 0.03;

/** A synthetic store that takes QR payments. */
export interface Merchant {
  /** Account name in the reference service, `m0001` and up. */
  readonly merchant: string;
  /** As printed in the QR: Latin letters, at most 25 characters. */
  readonly name: string;
  /** As printed in the QR: Latin letters, at most 15 characters. */
  readonly city: string;
  /** What the app shows. */
  readonly region: string;
}

const CITIES = [
  ['Seoul', '서울'],
  ['Busan', '부산'],
  ['Daegu', '대구'],
  ['Incheon', '인천'],
  ['Gwangju', '광주'],
  ['Daejeon', '대전'],
  ['Ulsan', '울산'],
  ['Jeju', '제주'],
] as const;

/**
 * Store `n`, a whole number from 1 to 9,999, the same every time.
 *
 * @example merchantOf(1).merchant // => 'm0001'
 */
export function merchantOf(n: number): Merchant {
  const number = String(n).padStart(4, '0');
  const [city, region] = CITIES[n % CITIES.length]!;
  return { merchant: `m${number}`, name: `Market stall ${number}`, city, region };
}

/**
 * The number behind an account name of a store; null when the text is not one.
 *
 * @example merchantNumber('m0042') // => 42
 */
export function merchantNumber(merchant: string): number | null {
  return /^m\d{4}$/.test(merchant) ? Number(merchant.slice(1)) : null;
}
