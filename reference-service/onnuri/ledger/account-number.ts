const MERCHANTS_FROM = 1_000_000_000;

/**
 * Account of merchant `n` in the ledger; the account of user `n` is `n` itself, the issuer's float is 0.
 *
 * @example merchantAccount(1) // => 1000000001
 */
export function merchantAccount(n: number): number {
  return MERCHANTS_FROM + n;
}
