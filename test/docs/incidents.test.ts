import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUGS as CHEONGYAK } from '../../reference-service/cheongyak/bugs.ts';
import { BUGS as COUPON } from '../../reference-service/coupon/bugs.ts';
import { BUGS as VOUCHER } from '../../reference-service/onnuri/bugs.ts';

it.each([CHEONGYAK, VOUCHER, COUPON])('docs/incidents.md has a row for each mistake, in its own words', (bugs) => {
  const page = readFileSync('docs/incidents.md', 'utf8');
  for (const [name, what] of Object.entries(bugs)) expect(page).toContain(`| \`${name}\` | ${what} |`);
});
