import { connectLedger } from '../../../../reference-service/onnuri/ledger/ledger.ts';
import { payment, type Story, store, story } from './made-story.ts';

/**
 * The story and more money in it: user 10 paid by card what the balance did not cover, and agreed to that; user 11 heard nothing, net-cancelled and
 * paid by another key; user 12 net-cancelled before the payment came; user 13 got a part back; user 14 scanned a QR that was too old; a night's batch.
 */
export async function paidStory(): Promise<Story> {
  const told = await story();
  const ledger = connectLedger(told.databaseUrl, 1, () => {});
  const won = 900_000;
  await ledger.payByCard('by-card', 10, store, won, true);
  await ledger.authorise({ key: 'by-card', user: 10, amount: won });
  const byCard = await ledger.endCardPayment('by-card', 'approved', true);
  await ledger.pay('lost', 11, store, 3_000);
  const undone = await ledger.netCancel('lost', 11, store, 3_000);
  const again = await ledger.pay('again', 11, store, 3_000);
  await ledger.netCancel('early', 12, store, 4_000);
  const late = await ledger.pay('early', 12, store, 4_000);
  const bought = await ledger.pay('bought', 13, store, 5_000);
  const back = await ledger.refund('part', 13, 'bought', 2_000);
  await ledger.close();
  told.journal.push(
    payment(10, 'by-card', won, 'approved', byCard.receipt ?? '', { store: 1, agreed: true, purchase: 'by-card' }),
    payment(11, 'lost', 3_000, 'approved', undone.receipt === null ? '' : 'R-0000000026', { store: 1, purchase: 'lost' }),
    payment(11, 'lost~net', 3_000, 'cancelled', undone.receipt ?? '', { of: 'lost' }),
    payment(11, 'again', 3_000, 'approved', again.receipt ?? '', { store: 1, purchase: 'lost' }),
    payment(12, 'early~net', 4_000, 'void', '', { of: 'early' }),
    payment(12, 'early', 4_000, late.status, '', { store: 1 }),
    payment(13, 'bought', 5_000, 'approved', bought.receipt ?? '', { store: 1 }),
    payment(13, 'part', 2_000, 'refunded', back.receipt ?? '', { of: 'bought' }),
    payment(14, 'too-old', 1_000, 'refused', '', { store: 1, qr: 'expired' }),
  );
  return told;
}
