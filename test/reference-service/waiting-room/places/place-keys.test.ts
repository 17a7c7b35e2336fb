import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaceKeys } from '../../../../reference-service/waiting-room/places/place-keys.ts';

fc.configureGlobal({ seed: 1 });

describe('a key', () => {
  it('opens its place among thousands, and is 22 URL-safe characters', () => {
    const keys = createPlaceKeys();
    for (let place = 0; place < 3_000; place += 1) keys.renew(place);
    const all = Array.from({ length: 3_000 }, (_, place) => keys.keyOf(place));
    expect(all.map((key) => keys.placeOf(key))).toEqual(all.map((_, place) => place));
    for (const key of all) expect(key).toMatch(/^[\w-]{22}$/);
  });

  it('is void once the place is given to somebody else', () => {
    const keys = createPlaceKeys();
    keys.renew(5);
    const before = keys.keyOf(5);
    keys.renew(5);
    expect(keys.placeOf(before)).toBe(-1);
    expect(keys.placeOf(keys.keyOf(5))).toBe(5);
  });

  it('does not open another place when its row number is changed: the secrets differ', () => {
    const keys = createPlaceKeys();
    keys.renew(0);
    keys.renew(1);
    const bytes = Buffer.from(keys.keyOf(0), 'base64url');
    bytes.writeUInt32BE(1, 0);
    expect(keys.placeOf(bytes.toString('base64url'))).toBe(-1);
  });

  it('opens nothing and throws nothing when it is any other text', () => {
    const keys = createPlaceKeys();
    keys.renew(0);
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{22}$/));
    fc.assert(
      fc.property(text, (key) => {
        expect(keys.placeOf(key)).toBe(-1);
      }),
    );
    expect(keys.placeOf('é'.repeat(22))).toBe(-1);
  });
});
