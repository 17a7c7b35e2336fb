import { isIntact, withoutSum, withSum } from '../../../models/workload/log/seal.ts';
import { lineDigest } from '../../run-folder/line-digest.ts';
import type { Redact } from '../redact.ts';

/** A line of the measurement log as it is recorded: without values of secrets, and with the checksum of what is left. */
export function recordedLine(given: string, redact: Redact): string {
  if (!isIntact(given, lineDigest)) return redact(given);
  const text = withoutSum(given);
  const redacted = redact(text);
  return redacted === text ? given : withSum(redacted, lineDigest);
}
