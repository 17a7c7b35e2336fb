/** What k6 offers without an import and `@types/k6` does not declare: parts of the console and the timers. */
declare const console: { log(line: string): void };

/** Milliseconds; negative is 0. */
declare function setTimeout(callback: () => void, delay: number): number;
declare function clearTimeout(timer: number | null): void;
