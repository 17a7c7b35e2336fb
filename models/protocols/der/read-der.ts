/** One DER value inside some bytes; nothing is copied. */
export interface DerNode {
  readonly tag: number;
  /** Its contents. */
  readonly contents: Uint8Array;
  /** Tag, length and contents. */
  readonly whole: Uint8Array;
}

/** Bytes that are not DER, or not what was expected there. */
export class DerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DerError';
  }
}

/** Longest length field that is read: 2^32 − 1 bytes. */
const LENGTH_BYTES = 4;

/**
 * The value at the beginning of `bytes`; what follows it is not looked at. Strict: throws a `DerError` for lengths that are indefinite,
 * longer than need be or beyond the end, and for tags of several bytes. Source: X.690, 8.1 and 10.1.
 */
export function derAt(bytes: Uint8Array, from = 0): DerNode {
  const [tag, first] = [bytes[from], bytes[from + 1]];
  if (tag === undefined || first === undefined) throw new DerError('the bytes end before a value does');
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag has several bytes');
  let [length, start] = [first, from + 2];
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > LENGTH_BYTES) throw new DerError('a length is indefinite or too long');
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0);
    start += count;
    if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError('a length is not in its shortest form');
  }
  if (start + length > bytes.length) throw new DerError('a value is longer than the bytes');
  return { tag, contents: bytes.subarray(start, start + length), whole: bytes.subarray(from, start + length) };
}

/** The one value that `bytes` are, with nothing behind it. */
export function wholeDer(bytes: Uint8Array, tag: number): DerNode {
  const node = derAt(bytes);
  if (node.whole.length !== bytes.length) throw new DerError('there are bytes behind the value');
  if (node.tag !== tag) throw new DerError(`a value has tag ${node.tag} where ${tag} must be`);
  return node;
}

/** The values inside a constructed one, in order. */
export function members({ contents }: DerNode): DerNode[] {
  const found: DerNode[] = [];
  for (let at = 0; at < contents.length; at += found.at(-1)!.whole.length) found.push(derAt(contents, at));
  return found;
}

/** The member at a place, which must have the tag. */
export function memberOf(list: readonly DerNode[], place: number, tag: number): DerNode {
  const node = list[place];
  if (node === undefined || node.tag !== tag) throw new DerError(`member ${place + 1} must have tag ${tag}, got ${node?.tag ?? 'none'}`);
  return node;
}
