import type { WaitingAnswer } from '../../../../models/definition/waiting-room-dialect.ts';

/** Two days: longer intervals are left to the engine. */
const LONGEST_INTERVAL = 172_800_000;

const atPath = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name], value);

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Milliseconds until the next poll; 0 when the answer does not plainly say *waiting*. */
export function intervalIn(body: string, key: string, form: WaitingAnswer): number {
  const found = 'json' in form ? inJson(jsonOf(body), form.json) : inText(body, form);
  if (found === null || (found.key !== undefined && found.key !== key)) return 0;
  const ms = found.interval * (('json' in form ? form.json.unit : form.unit) === 's' ? 1_000 : 1);
  return ms > 0 && ms <= LONGEST_INTERVAL ? ms : 0;
}

type Found = { readonly interval: number; readonly key: unknown } | null;

function inJson(value: unknown, { state, is, interval, key }: Extract<WaitingAnswer, { json: object }>['json']): Found {
  const ms = atPath(value, interval);
  if (atPath(value, state) !== is || typeof ms !== 'number') return null;
  return { interval: ms, key: key === undefined ? undefined : atPath(value, key) };
}

function inText(body: string, { pattern }: Extract<WaitingAnswer, { pattern: string }>): Found {
  const groups = new RegExp(`^(?:${pattern})$`).exec(body)?.groups;
  return groups === undefined ? null : { interval: Number(groups.interval), key: groups.key };
}
