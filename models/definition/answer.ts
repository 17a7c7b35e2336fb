/** What is known of an answer whose body was not kept. */
export interface Reply {
  readonly status: number;
  /** Address that answered, after redirects. */
  readonly url: string;
  /** The first value of a header, in any spelling of its name; null when it is missing. */
  header(name: string): string | null;
  /** Value of a cookie that this answer set; null when it set none of this name. */
  cookie(name: string): string | null;
}

/**
 * An answer with its body. What cannot be read fails the step it belongs to, with the reason, and counts as an error of the target: use
 * these in `read` and `expect`. Paths lead into JSON, list positions included: `'items.0.id'`.
 */
export interface Answer extends Reply {
  /** The text at a path, numbers turned into text; without a path the whole body. */
  text(path?: string): string;
  number(path: string): number;
  boolean(path: string): boolean;
  /** The list at a path; without a path the body must be one. */
  list(path?: string): readonly unknown[];
  /** The JSON at a path, of any kind; without a path the whole body. */
  json(path?: string): unknown;
  /** The JSON at a path, or undefined when there is none; never fails. */
  find(path: string): unknown;
  /** The text of the first group of a pattern in the body, for HTML: `match(/name="csrf" value="([^"]+)"/)`. */
  match(pattern: RegExp): string;
  /** Refuses the answer for a reason of the journey's own. */
  refuse(reason: string): never;
}
