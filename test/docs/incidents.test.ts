import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUGS as banking } from '../../reference-service/banking/bugs.ts';
import { BUGS as cheongyak } from '../../reference-service/cheongyak/bugs.ts';

it.each(Object.entries({ banking, cheongyak }))('docs/incidents.md has a row for each mistake of %s, in its own words', (_, bugs) => {
  const page = readFileSync('docs/incidents.md', 'utf8');
  for (const [name, what] of Object.entries(bugs)) expect(page).toContain(`| \`${name}\` | ${what} |`);
});
