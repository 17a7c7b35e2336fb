import { describe, expect, it } from 'vitest';
import { independentWindows } from '../../../../models/demand/peak/past-errors.ts';

describe('independentWindows', () => {
  it('counts windows that do not overlap, none without ages', () => expect(independentWindows([], 28)).toBe(0));
});
