import { UNREACHABLE } from '../../shared/postgres/fail-fast.ts';
import { ServiceError } from '../../shared/service-error.ts';

/** What a call to the ledger comes to; `failed` when the ledger cannot be reached. What the ledger itself refuses was reached. */
async function reached<T>(call: Promise<T>, failed: () => ServiceError): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof ServiceError && error.code === UNREACHABLE ? failed() : error;
  }
}

const unreadable = () => new ServiceError(503, 'balance-unavailable', '잔액 확인 불가: the balance cannot be read now.', 'system');
const unknown = () =>
  new ServiceError(504, 'outcome-unknown', 'It is not known whether this was done: look it up, or net-cancel it.', 'system');

/** For what only reads: 503 `balance-unavailable` when the ledger does not answer. Never an empty balance. */
export const readable = <T>(call: Promise<T>): Promise<T> => reached(call, unreadable);

/** For what moves money: 504 `outcome-unknown` when the ledger does not answer, since the money may have been moved. */
export const moved = <T>(call: Promise<T>): Promise<T> => reached(call, unknown);
