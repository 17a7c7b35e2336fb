import type pg from 'pg';
import type { Connected } from '../../shared/postgres/connect.ts';

/** Who paid: the voucher balance, or the ordinary card behind it. */
export type Tender = 'voucher' | 'card';

/** How a question about money is answered; `void`: net-cancelled before it came, so that it will never be. */
export type Outcome =
  | 'approved'
  | 'declined'
  | 'cancelled'
  | 'refunded'
  | 'void'
  | 'conflict'
  | 'no-account'
  | 'no-original'
  | 'already-cancelled'
  | 'beyond-captured'
  | 'bill-used'
  | 'under-way'
  | 'authorise'
  | 'pending'
  | 'none';

/** The answer to a payment or to what takes it back; `receipt` and `balance` are there when money was moved or looked at. */
export interface Movement {
  readonly status: Outcome;
  readonly receipt: string | null;
  readonly balance: number | null;
  readonly tender: Tender;
}

/** What a card payment that nobody heard of again was about. */
export interface PendingCard {
  readonly key: string;
  readonly user: number;
  readonly amount: number;
}

/** What moves money in the ledger, one transaction a call. Amounts in whole won. */
export interface Money {
  /** `bill`: reference of a dynamic QR, good for one payment; null for a static one. */
  pay(key: string, user: number, merchantAccount: number, amount: number, bill?: string | null): Promise<Movement>;
  /** Draws on the balance; `authorise` where it does not suffice and the owner of the card agreed that the card itself may pay. */
  payByCard(key: string, user: number, merchantAccount: number, amount: number, agreed: boolean): Promise<Movement>;
  /** Notes that the network is asked, whatever the balance. */
  awaitNetwork(key: string, user: number, merchantAccount: number, amount: number): Promise<Movement>;
  /** Books what the card network said of a payment that waits for it. */
  endCardPayment(key: string, said: 'approved' | 'declined' | 'void', agreed: boolean): Promise<Movement>;
  cancel(key: string, user: number, of: string): Promise<Movement>;
  /** By the data of the payment itself. */
  netCancel(key: string, user: number, merchantAccount: number, amount: number): Promise<Movement>;
  refund(key: string, user: number, of: string, amount: number): Promise<Movement>;
  /** What became of a payment. */
  lookUp(key: string, user: number): Promise<Movement>;
  /** Asks the books of the card network. */
  authorise(charge: PendingCard): Promise<'authorised' | 'refused'>;
  cancelCharge(charge: PendingCard): Promise<void>;
}

export const MONEY_SQL = {
  pay: 'select status, receipt, balance, tender from pay($1, $2, $3, $4, $5)',
  payByCard: 'select status, receipt, balance, tender from pay_by_card($1, $2, $3, $4, $5)',
  awaitNetwork: 'select status, receipt, balance, tender from await_network($1, $2, $3, $4)',
  endCardPayment: 'select status, receipt, balance, tender from end_card_payment($1, $2, $3)',
  cancel: 'select status, receipt, balance, tender from cancel($1, $2, $3)',
  netCancel: 'select status, receipt, balance, tender from net_cancel($1, $2, $3, $4)',
  refund: 'select status, receipt, balance, tender from refund($1, $2, $3, $4)',
  lookUp: 'select status, receipt, balance, tender from look_up($1, $2)',
  authorise: 'select network_authorise($1, $2, $3) as said',
  cancelCharge: 'select network_cancel($1, $2, $3)',
} as const;

type Ask = Connected<keyof typeof MONEY_SQL>['ask'];

/** Whole won stay far below 2^53, so bigint columns are read as numbers. */
function movementOf([row]: pg.QueryResultRow[]): Movement {
  const { status, receipt, balance, tender } = row as Omit<Movement, 'balance'> & { balance: string | null };
  return { status, receipt, balance: balance === null ? null : Number(balance), tender };
}

/** The calls over prepared statements. */
export function moneyOf(ask: Ask): Money {
  const moved = async (name: keyof typeof MONEY_SQL, values: readonly unknown[]) => movementOf(await ask(name, values));
  return {
    pay: (key, user, store, amount, bill = null) => moved('pay', [key, user, store, amount, bill]),
    payByCard: (...values) => moved('payByCard', values),
    awaitNetwork: (...values) => moved('awaitNetwork', values),
    endCardPayment: (...values) => moved('endCardPayment', values),
    cancel: (...values) => moved('cancel', values),
    netCancel: (...values) => moved('netCancel', values),
    refund: (...values) => moved('refund', values),
    lookUp: (...values) => moved('lookUp', values),
    authorise: async ({ key, user, amount }) => (await ask('authorise', [key, user, amount]))[0]?.said as 'authorised' | 'refused',
    cancelCharge: async ({ key, user, amount }) => void (await ask('cancelCharge', [key, user, amount])),
  };
}
