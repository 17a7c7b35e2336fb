import { createHash } from 'node:crypto';
import type k6crypto from 'k6/crypto';

/** The hash of k6, from Node. */
export const sha256 = ((input: string, encoding: 'hex') => createHash('sha256').update(input).digest(encoding)) as typeof k6crypto.sha256;
