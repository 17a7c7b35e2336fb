/** Ends the run of a VU early: because surgeproof asks for it, or because k6 cuts its requests. */
export interface StopSignal {
  /** What is to happen then; later calls of `stop` do nothing. */
  onStop(act: () => void): void;
  stop(): void;
}

export function createStopSignal(): StopSignal {
  const acts: (() => void)[] = [];
  return {
    onStop: (act) => void acts.push(act),
    stop() {
      for (const act of acts.splice(0)) act();
    },
  };
}
