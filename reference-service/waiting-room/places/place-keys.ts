import { randomFillSync } from 'node:crypto';

/** Keys of places: 22 URL-safe characters, 32 bits of row number and 96 random bits that make the key unguessable. */
export interface PlaceKeys {
  /** Gives a row a new secret: its earlier key is void. */
  renew(place: number): void;
  keyOf(place: number): string;
  /** The row a key opens, or -1. The secret is compared in constant time. */
  placeOf(key: string): number;
}

const SECRET = 12;
const KEY_LENGTH = 22;
/** Secrets drawn at once: a system call for each would cost more than the rest of a join. */
const DRAWN = 512;

/** No index is kept: the row number is in the key and 12 bytes of secret in the row. */
export function createPlaceKeys(): PlaceKeys {
  let secrets = Buffer.alloc(1024 * SECRET);
  let rows = 0;
  const drawn = Buffer.alloc(DRAWN * SECRET);
  let undrawn = 0;
  const key = Buffer.alloc(4 + SECRET);

  return {
    renew: (place) => {
      rows = Math.max(rows, place + 1);
      if (rows * SECRET > secrets.length) secrets = Buffer.concat([secrets, Buffer.alloc(secrets.length)]);
      if (undrawn === 0) {
        randomFillSync(drawn);
        undrawn = DRAWN;
      }
      undrawn--;
      drawn.copy(secrets, place * SECRET, undrawn * SECRET, (undrawn + 1) * SECRET);
    },
    keyOf: (place) => {
      key.writeUInt32BE(place, 0);
      secrets.copy(key, 4, place * SECRET, (place + 1) * SECRET);
      return key.toString('base64url');
    },
    placeOf: (text) => {
      if (text.length !== KEY_LENGTH || key.write(text, 'base64url') !== key.length) return -1;
      const place = key.readUInt32BE(0);
      if (place >= rows) return -1;
      let difference = 0;
      for (let i = 0; i < SECRET; i++) difference |= key[4 + i]! ^ secrets[place * SECRET + i]!;
      return difference === 0 ? place : -1;
    },
  };
}
