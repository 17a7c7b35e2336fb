import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bugsOf, knownServices } from '../../reference-service/known-services.ts';

const page = readFileSync('docs/incidents.md', 'utf8');
const services = (await Promise.all((await knownServices()).map(async (name) => [name, await bugsOf(name)] as const))).filter(
  ([, bugs]) => bugs.length > 0,
);

it.each(services)('docs/incidents.md has a row for each mistake of %s, in its own words', async (name, bugs) => {
  const { BUGS } = (await import(`../../reference-service/${name}/bugs.ts`)) as { BUGS: Readonly<Record<string, string>> };
  expect(Object.keys(BUGS).sort()).toEqual([...bugs].sort());
  for (const [bug, what] of Object.entries(BUGS)) expect(page).toContain(`| \`${bug}\` | ${what} |`);
});
