import { type Random, randomFrom } from '../../../models/workload/users/random.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Movement, PendingCard } from '../ledger/money.ts';
import { NETWORK } from '../service-times.ts';
import type { Dependencies } from './dependencies.ts';
import type { OnnuriConfig } from './onnuri-config.ts';

/** A payment for which the ordinary card is asked, as the ledger noted it. */
export interface Charge extends PendingCard {
  /** Whether the owner of the card agreed that it pays. */
  readonly agreed: boolean;
}

/** SIMULATED. The card network, seen from the app: it may answer late, and then it is net-cancelled with the data of the charge. */
export interface CardNetwork {
  /** What the network said, booked; `pending` when it did not answer in time: then the charge is being net-cancelled. */
  charge(charge: Charge): Promise<Movement>;
  /** Whether the network is being asked about this payment, and somebody waits for what it says. */
  isAsked(key: string): boolean;
  /** Takes back a charge that was approved, because its payment was. */
  takeBack(charge: PendingCard): void;
  /** Waits until every charge has ended. */
  close(): Promise<void>;
}

const STREAM = 0x4e4554;
const MOST_TRIES = 10;
/** Number of the first authorisation that is late. */
const FIRST_LATE = 3;
/** What a request is answered whose network did not answer: the same also when it is repeated later. */
export const PENDING: Movement = { status: 'pending', receipt: null, balance: null, tender: 'card' };

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The network itself: a few authorisations are decided when nobody waits for them any more. */
function authoriserOf(ledger: Ledger, { askNetwork }: Dependencies, random: Random, underWay: Set<Promise<unknown>>) {
  let asked = 0;
  return async (charge: PendingCard): Promise<'authorised' | 'refused' | 'late'> => {
    // At equal distances, so that a short run has some, and always as many.
    if (asked++ % NETWORK.lateEvery.value === FIRST_LATE) {
      const decided = later(NETWORK.readTimeout.value * 2 * random()).then(() => ledger.authorise(charge));
      const watched = decided.catch(() => {}).finally(() => underWay.delete(watched));
      underWay.add(watched);
      await later(NETWORK.readTimeout.value);
      return 'late';
    }
    // Its line is full, or it is too slow: nobody knows whether the authorisation will be made.
    const heard = await askNetwork().then(
      () => true,
      () => false,
    );
    return heard ? ledger.authorise(charge) : 'late';
  };
}

/** Net-cancels a charge until the network has answered. */
function cancellerOf(ledger: Ledger, { askNetwork }: Dependencies, random: Random) {
  return async (charge: PendingCard): Promise<void> => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (random() < NETWORK.lateCancels.value) {
        await later(NETWORK.readTimeout.value);
        continue;
      }
      try {
        await askNetwork();
        return await ledger.cancelCharge(charge);
      } catch {
        await later(100);
      }
    }
  };
}

/** The stand-in for a card network, over the books it keeps in the same database. */
export function cardNetwork(ledger: Ledger, dependencies: Dependencies, { seed, bug }: Pick<OnnuriConfig, 'seed' | 'bug'>): CardNetwork {
  const underWay = new Set<Promise<unknown>>();
  const asking = new Set<string>();
  const random = randomFrom(seed, STREAM);
  const authorise = authoriserOf(ledger, dependencies, random, underWay);
  const netCancel = cancellerOf(ledger, dependencies, random);
  const follow = (work: Promise<unknown>): void => {
    const watched = work.catch((error: Error) => console.error(`card network: ${error.message}`)).finally(() => underWay.delete(watched));
    underWay.add(watched);
  };
  return {
    isAsked: (key) => asking.has(key),
    async charge(charge) {
      asking.add(charge.key);
      try {
        const said = await authorise(charge);
        if (said !== 'late') return await ledger.endCardPayment(charge.key, said === 'authorised' ? 'approved' : 'declined', charge.agreed);
      } finally {
        asking.delete(charge.key);
      }
      if (bug !== 'unknown-forever') follow(netCancel(charge).then(() => ledger.endCardPayment(charge.key, 'void', charge.agreed)));
      return PENDING;
    },
    takeBack: (charge) => follow(netCancel(charge)),
    async close() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
