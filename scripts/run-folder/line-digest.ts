import { createHash } from 'node:crypto';
import { type Digest, shortened } from '../../models/workload/log/seal.ts';

/** The checksum of lines of the measurement log, as k6 computes it. */
export const lineDigest: Digest = (text) => shortened(createHash('sha256').update(text).digest('hex'));
