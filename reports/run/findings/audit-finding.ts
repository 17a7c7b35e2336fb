import type { AuditFile } from '../../../models/results/audit.ts';
import { whole } from '../../format/number.ts';
import { shorten } from '../../format/shorten.ts';

/** Whether the ledger agrees with what users were told, as one sentence without its full stop. */
export function auditFinding(audit: AuditFile | null): string {
  if (!audit) return 'The ledger was not audited: this target offers no access to it';
  if (!audit.done) return `The audit could not be done: ${shorten(audit.reason ?? 'no reason was given', 120)}`;
  const broken = audit.checks.filter((check) => check.violations > 0);
  const examined = audit.checks.reduce((most, check) => Math.max(most, check.examined), 0);
  if (audit.checks.length === 0) return 'The audit looked at nothing';
  if (broken.length === 0) return `The books balance: all ${audit.checks.length} checks hold over up to ${whole(examined)} items`;
  const worst = broken.reduce((most, check) => (check.violations > most.violations ? check : most));
  return `${broken.length} of ${audit.checks.length} audit checks are violated, ${shorten(worst.name, 40)} ${whole(worst.violations)} times`;
}
