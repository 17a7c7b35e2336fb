import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INVARIANT_NAMES } from '../../models/invariants/catalogue.ts';
import { invariantNamed } from '../../models/invariants/check-invariants.ts';
import { KIND_NAMES, KINDS } from '../../models/invariants/records/kinds.ts';

const text = readFileSync('docs/reference/audit-records.md', 'utf8');
const rowOf = (name: string) => text.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';

it.each(KIND_NAMES)('the document has every column of %s records', (kind) => {
  const section = text.split(`\n### ${kind}\n`)[1]?.split('\n### ')[0] ?? '';
  const columns = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(columns).toEqual(Object.keys(KINDS[kind].columns));
});

it.each(INVARIANT_NAMES)('the document says what %s needs, and its options', (name) => {
  const { says, needs, options, facts = [] } = invariantNamed(name);
  const words = [
    says,
    ...Object.keys(needs),
    ...[...Object.values(needs).flat(), ...Object.keys(options), ...facts].map((word) => `\`${word}\``),
  ];
  expect(words.filter((word) => !rowOf(name).includes(word))).toEqual([]);
});
