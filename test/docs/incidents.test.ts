import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUGS } from '../../reference-service/cheongyak/bugs.ts';

it('docs/incidents.md has a row for each mistake, in its own words', () => {
  const page = readFileSync('docs/incidents.md', 'utf8');
  for (const [name, what] of Object.entries(BUGS)) expect(page).toContain(`| \`${name}\` | ${what} |`);
});
