import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedSchemas } from '../../../scripts/schemas/published.ts';

const folder = 'docs/reference/schemas';

describe('published JSON Schemas', () => {
  const published = publishedSchemas();

  it('are one for each file of a run folder, and no others', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(published).sort());
  });

  it.each(Object.keys(published))('%s is current (else run `npm run schemas`)', (name) => {
    expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toEqual(JSON.parse(published[name]!));
  });
});
