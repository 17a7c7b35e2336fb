/** Bytes of all records of one kind: what a million long records need, and a machine holds. */
export const MOST_BYTES = 512 * 1024 * 1024;
/** Records of one kind. */
export const MOST_RECORDS = 5_000_000;

/** Why records could not be read, as a sentence about them. */
export class RecordsError extends Error {}

/** Text from parts that come one by one; more than the limit is refused before it is held. */
export async function textWithin(parts: AsyncIterable<Buffer>, most: number): Promise<string> {
  const held: Buffer[] = [];
  let size = 0;
  for await (const part of parts) {
    size += part.length;
    if (size > most)
      throw new RecordsError(`must be at most ${MOST_BYTES / 1024 / 1024} MiB, got more; leave out columns that no invariant needs`);
    held.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(held));
}
