import type { OnnuriBug } from '../bugs.ts';

/** One of so many is treated wrongly by the mistakes that are wrong now and then. */
const ONE_OF = 12;

const replaced = (head: string, result: string, body: string): string =>
  `create or replace function ${head} returns ${result} language sql immutable as $wrong$ ${body} $wrong$`;

/** The mistakes that lie in the books: each replaces a decision of `money/policy.sql`. */
export const BUG_SQL: Readonly<Partial<Record<OnnuriBug, string>>> = {
  'wrong-tender': replaced('policy_falls_through(agreed boolean)', 'boolean', 'select true'),
  'tombstone-missing': replaced('policy_leaves_tombstone()', 'boolean', 'select false'),
  'double-charge': replaced('policy_takes_back()', 'boolean', 'select false'),
  'refund-beyond-captured': replaced('policy_refundable(captured bigint, given_back bigint, won bigint)', 'boolean', 'select true'),
  'notification-wrong': replaced(
    'policy_said(status text, receipt text)',
    'text',
    `select case when status = 'approved' and right(receipt, 6)::bigint % ${ONE_OF} = 0 then 'declined' else status end`,
  ),
  'settlement-skips': replaced('policy_settles(merchant bigint)', 'boolean', `select merchant % ${ONE_OF} <> 0`),
};
