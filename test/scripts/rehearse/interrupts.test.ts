import { describe, expect, it, vi } from 'vitest';
import { listenForInterrupts } from '../../../scripts/rehearse/interrupts.ts';

describe('listenForInterrupts', () => {
  it('tells the first signal, takes a quick repetition for the same one, and leaves at the next', async () => {
    vi.useFakeTimers({ now: 0 });
    const order: string[] = [];
    const interrupts = listenForInterrupts(() => order.push('left'));
    try {
      interrupts.onSecond(() => order.push('k6 killed'));
      expect(interrupts.count()).toBe(0);
      process.emit('SIGINT');
      await interrupts.first;
      vi.setSystemTime(100);
      process.emit('SIGTERM');
      expect([interrupts.count(), order]).toEqual([1, []]);
      vi.setSystemTime(1_000);
      process.emit('SIGINT');
      expect(order).toEqual(['k6 killed', 'left']);
    } finally {
      interrupts.release();
      vi.useRealTimers();
    }
    expect(process.listeners('SIGINT').some((one) => one.name === 'hear')).toBe(false);
  });
});
