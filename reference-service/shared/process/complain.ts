/** Says on the error output what went wrong with a part that nobody is waiting for. */
export const complainOf =
  (part: string) =>
  (error: unknown): void =>
    console.error(`${part}: ${error instanceof Error ? error.message : String(error)}`);
