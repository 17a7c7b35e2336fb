/** An answer of the target, as read: nothing in it is trusted. */
export interface Answer {
  readonly status: number;
  /** The JSON object of the body; empty when the body is none. */
  readonly body: Readonly<Record<string, unknown>>;
}

const NOTHING: Answer['body'] = {};

/** The JSON object in a text; an empty one when the text is anything else. */
export function jsonObject(text: unknown): Answer['body'] {
  if (typeof text !== 'string' || text === '') return NOTHING;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answer['body']) : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** A text, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A finite number, or null. */
export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
