import pg from 'pg';
import { UNREACHABLE } from '../../shared/postgres/fail-fast.ts';
import { ServiceError } from '../../shared/service-error.ts';

/** Milliseconds a question to the ledger may take: people learn within two seconds that it cannot be reached, and cards are declined. */
const LEDGER_TIMEOUT = 1_500;

const LATE = Symbol('late');

/** The answer of a call; `failed` when there is none in time, or when the ledger cannot be reached. */
async function within<T>(call: Promise<T>, failed: () => ServiceError): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(resolve, LEDGER_TIMEOUT, LATE);
  });
  try {
    const answer = await Promise.race([call, late]);
    if (answer === LATE) throw failed();
    return answer as T;
  } catch (error) {
    // What the ledger itself refuses was reached.
    const reached = error instanceof pg.DatabaseError || (error instanceof ServiceError && error.code !== UNREACHABLE);
    throw reached ? error : failed();
  } finally {
    clearTimeout(timer);
  }
}

const unreadable = () => new ServiceError(503, 'balance-unavailable', '잔액 확인 불가: the balance cannot be read now.', 'system');
const unknown = () =>
  new ServiceError(504, 'outcome-unknown', 'It is not known whether this was done: look it up, or net-cancel it.', 'system');

/** For what only reads: 503 `balance-unavailable` when the ledger does not answer. Never an empty balance. */
export const readable = <T>(call: Promise<T>): Promise<T> => within(call, unreadable);

/** For what moves money: 504 `outcome-unknown` when the ledger does not answer, since the money may have been moved. */
export const moved = <T>(call: Promise<T>): Promise<T> => within(call, unknown);
