const parts = new Map<string, readonly string[]>();

function partsOf(path: string): readonly string[] {
  const known = parts.get(path);
  if (known !== undefined) return known;
  const split = path.split('.');
  parts.set(path, split);
  return split;
}

/** What lies in JSON at a path such as `items.0.id`; undefined when there is none. */
export function atPath(json: unknown, path: string): unknown {
  const keys = partsOf(path);
  let value = json;
  for (let i = 0; i < keys.length; i++) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, keys[i]!)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[keys[i]!];
  }
  return value;
}
