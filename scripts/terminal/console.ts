/** Output of a command: results go to `out`, progress and errors to `err`. */
export interface Console {
  /** A line of the result. Silent with --json, where the one document is the result. */
  out(line: string): void;
  /** A line of progress. */
  err(line: string): void;
  /** The one JSON document of a command; printed only with --json. */
  document(value: unknown): void;
  /** Results are read by a program. */
  readonly json: boolean;
  /** Progress is watched by a person: a terminal, and no CI. */
  readonly live: boolean;
  /** Colours may be used. */
  readonly colour: boolean;
  /** Columns for progress, and for results; a file takes any. */
  width(): number;
  resultWidth(): number;
}

const DEFAULT_WIDTH = 80;

/** The console of this process. NO_COLOR (no-color.org) and CI are heeded. */
export function processConsole(json: boolean): Console {
  const { stdout, stderr, env } = process;
  const terminal = json ? stderr : stdout;
  return {
    out: (line) => void (json || stdout.write(`${line}\n`)),
    err: (line) => void stderr.write(`${line}\n`),
    document: (value) => void (json && stdout.write(`${JSON.stringify(value, null, 2)}\n`)),
    json,
    live: stderr.isTTY === true && terminal.isTTY === true && !env.CI,
    colour: terminal.isTTY === true && !env.NO_COLOR,
    width: () => stderr.columns ?? DEFAULT_WIDTH,
    resultWidth: () => stdout.columns ?? Number.POSITIVE_INFINITY,
  };
}
