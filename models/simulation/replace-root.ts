/** Puts a later time in the place of the earliest of a binary heap, which lies in `heap` from `from` on, and lets it sink. */
export function replaceRoot(heap: Float64Array, { from, size }: { from: number; size: number }, value: number): void {
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    if (child + 1 < size && heap[from + child + 1]! < heap[from + child]!) child++;
    if (heap[from + child]! >= value) break;
    heap[from + hole] = heap[from + child]!;
    hole = child;
  }
  heap[from + hole] = value;
}
