export type Fields = Readonly<Record<string, unknown>>;

/** An object of JSON; null for anything else. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** A field of its own, never one of the prototype. */
export function own(fields: Fields | null, name: string): unknown {
  return fields !== null && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Gives the object that stands somewhere in a document, or that a `$ref` there means; null when there is none. */
export type Deref = (value: unknown) => Fields | null;

/** More references in a row than this are a circle. */
const MOST_HOPS = 20;

function unescaped(part: string): string {
  const text = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Follows references inside one document (RFC 6901); those into other files lead nowhere. */
export function dereferenced(root: Fields): Deref {
  return (value) => {
    let found = fieldsOf(value);
    for (let hop = 0; hop < MOST_HOPS; hop++) {
      const reference = own(found, '$ref');
      if (typeof reference !== 'string') return found;
      if (!reference.startsWith('#/')) return null;
      found = reference
        .slice(2)
        .split('/')
        .reduce<Fields | null>((at, part) => fieldsOf(own(at, unescaped(part))), root);
    }
    return null;
  };
}
