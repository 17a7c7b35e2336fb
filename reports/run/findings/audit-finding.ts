import type { AuditFile } from '../../../models/results/audit.ts';
import { plural, sayCount } from '../../../models/words/count.ts';
import { shorten } from '../../format/shorten.ts';

/** Whether the books of the service agree with what people were answered, as one sentence without its full stop. */
export function auditFinding(audit: AuditFile): string {
  if (!audit.done) return `The audit could not be done: ${shorten(audit.reason ?? 'no reason was given', 120)}`;
  const missing = audit.checks.filter(({ notMade }) => notMade !== undefined).length;
  const broken = audit.checks.filter((check) => check.violations > 0);
  const examined = audit.checks.reduce((most, check) => Math.max(most, check.examined), 0);
  if (audit.checks.length === 0) return 'The audit checked nothing';
  if (broken.length === 0 && missing > 0) {
    const records = audit.checks.some(({ lacks }) => lacks === 'records');
    const why = records ? 'for want of records' : 'as the measurement log is not whole';
    return `${missing} of ${audit.checks.length} audit checks could not be made, ${why}`;
  }
  if (broken.length === 0)
    return `The books balance: all ${audit.checks.length} checks hold over up to ${plural(examined, 'item', 'items')}`;
  const worst = broken.reduce((most, check) => (check.violations > most.violations ? check : most));
  return `${broken.length} of ${audit.checks.length} audit checks are violated, ${shorten(worst.name, 40)} ${sayCount(worst.violations)} times`;
}
