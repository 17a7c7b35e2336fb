import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { createEventHeap } from './event-heap.ts';

describe('createEventHeap', () => {
  it('gives events by time, ties in order of entry, and nothing at the end', () => {
    const heap = createEventHeap();
    const random = randomStream(2, 0);
    for (let i = 0; i < 500; i++) heap.put(Math.floor(random() * 50), 0, i);
    const taken = Array.from({ length: 500 }, () => heap.take()!);
    const sorted = [...taken].sort((a, b) => a.time - b.time || a.subject - b.subject);
    expect(taken).toEqual(sorted);
    expect(heap.take()).toBeUndefined();
    expect(heap.nextTime()).toBe(Number.POSITIVE_INFINITY);
  });
});
