import { MERCHANTS, merchantOf } from '../../../models/people/merchant.ts';

/** One purchase, whatever it is paid by. Amounts in won. */
export interface Purchase {
  /** Number of the store. */
  readonly store: number;
  readonly amount: number;
}

/** Median and 95 % quantile of what people spend, and its unit. Assumed. */
const SPENT = { median: 18_000, p95: 90_000, unit: 100, most: 1_900_000 } as const;
/** 95 % quantile of the standard normal distribution. */
const Z95 = 1.6448536269514722;
const SIGMA = Math.log(SPENT.p95 / SPENT.median) / Z95;

/** A purchase of a person: a store, and a lognormal amount in hundreds of won. */
export function purchaseOf(random: () => number): Purchase {
  const store = 1 + Math.floor(random() * MERCHANTS);
  const z = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const amount = SPENT.unit * Math.max(1, Math.round((SPENT.median * Math.exp(SIGMA * z)) / SPENT.unit));
  return { store, amount: Math.min(SPENT.most, amount) };
}

/** Account name of a store. */
export const storeName = ({ store }: Purchase): string => merchantOf(store).merchant;
