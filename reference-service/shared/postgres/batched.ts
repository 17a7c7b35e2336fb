interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes calls that come close together in one go: a round trip to a database costs more than what most requests ask of it.
 * A call waits at most `patience` milliseconds, or for the batch before it; batches never overlap, so that two of them cannot wait for
 * each other's locks. `run` gives one result an item, in the same order; when it rejects, all calls of the batch do.
 */
export function batched<Item, Result>(
  patience: number,
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let busy = false;
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    try {
      const results = await run(batch.map(({ item }) => item));
      for (const [i, { resolve }] of batch.entries()) resolve(results[i]!);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    if (waiting.length > 0) void flush();
    else busy = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      setTimeout(() => void flush(), patience);
    });
}
