import { sha256 } from 'k6/crypto';
import type { HeadLine } from '../../../models/workload/log/measurement-log.ts';
import { runDigest, sealed, shortened } from '../../../models/workload/log/seal.ts';

/** k6's own SHA-256 is native: a checksum in a script would cost more than the line. */
const digest = (text: string): string => shortened(sha256(text, 'hex'));

/** Writes the lines of one VU with run, number and checksum. */
export function sealing(head: HeadLine, write: (line: string) => void): (text: string) => void {
  const run = runDigest(head, digest);
  let seq = 0;
  return (text) => write(sealed(text, run, seq++, digest));
}
