import { describe, expect, it } from 'vitest';
import { MEASUREMENT_LOG_VERSION } from '../../../../models/workload/log/measurement-log.ts';
import { OUTCOMES, OWNERS } from '../../../../models/workload/log/outcome.ts';

describe('the lists of outcomes and owners', () => {
  it('keep the places that measurement logs of this version refer to', () => {
    expect(MEASUREMENT_LOG_VERSION).toBe(3);
    expect(OUTCOMES).toEqual(['ok', 'rejected', 'failed', 'timeout', 'unreachable', 'unfinished']);
  });

  it('tell owners apart, as the report stacks them', () => {
    expect(OWNERS).toEqual(['system', 'third party', 'unclear', 'script', 'client environment']);
  });
});
