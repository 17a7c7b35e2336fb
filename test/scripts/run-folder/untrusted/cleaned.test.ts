import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText, cleanValue, isTooDeep, mayBeUnclean } from '../../../../scripts/run-folder/untrusted/cleaned.ts';

it('takes out what a terminal would act on, and keeps words of any language', () => {
  expect(cleanText('pay\u001b[31m\u0000\u202e now\nNext')).toBe('pay now Next');
  expect(cleanText('카드 등록 – 4.8 s 👩‍👩‍👧')).toBe('카드 등록 – 4.8 s 👩‍👩‍👧');
});

it('changes nothing in a line that it does not suspect, and nothing twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const value = [text];
      if (!mayBeUnclean(JSON.stringify(value)) && text.length < 10_000) expect(cleanValue(value)).toEqual(value);
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  );
});

it('cleans names of fields, too', () => {
  expect(cleanValue(JSON.parse('{"__proto__":{"a\\u0000":1}}'))).toEqual({ proto: { a: 1 } });
});

it('knows what is nested deeper than anything of ours, brackets in texts aside', () => {
  expect(isTooDeep('['.repeat(101))).toBe(true);
  expect(isTooDeep(`{"a":"${'['.repeat(500)}\\"${'{'.repeat(500)}"}`)).toBe(false);
  expect(isTooDeep('[]'.repeat(1_000))).toBe(false);
});
