import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dotted, readJson } from '../../../scripts/run-folder/read-json.ts';
import { auditSchema } from '../../../scripts/schemas/run/audit/audit.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const file = join(temporaryFolder(), 'audit.json');
const sound = {
  schema: 'surgeproof/audit',
  version: 1,
  done: true,
  reason: null,
  checks: [],
  unknownResolved: { charged: 0, notCharged: 0 },
};

async function refusal(text: string): Promise<string> {
  writeFileSync(file, text);
  return readJson(file, 'audit', auditSchema).then(
    () => 'accepted',
    (error: Error) => error.message,
  );
}

describe('readJson', () => {
  it('reads a sound file, and null where there is none', async () => {
    writeFileSync(file, JSON.stringify(sound));
    expect(await readJson(file, 'audit', auditSchema)).toEqual(sound);
    expect(await readJson(`${file}.none`, 'audit', auditSchema)).toBeNull();
  });

  it('refuses a version it does not know', async () => {
    expect(await refusal(JSON.stringify({ ...sound, version: 2 }))).toBe(
      `${file} cannot be read as it is:\nversion: must be 1, got 2; read it with the surgeproof that wrote it`,
    );
  });

  it('refuses another kind of file, and what is no JSON', async () => {
    expect(await refusal('{"schema":"surgeproof/run","version":1}')).toContain('schema: must be surgeproof/audit, got "surgeproof/run"');
    expect(await refusal('[]')).toContain('schema: must be surgeproof/audit, got nothing');
    expect(await refusal('{"sch')).toContain('must be JSON, got 5 characters that are not');
  });

  it('says all problems at once, each with its path', async () => {
    const broken = { ...sound, done: 'yes', checks: [{ name: 'a', examined: -1, violations: 0, examples: [3] }] };
    const text = await refusal(JSON.stringify(broken));
    for (const path of ['done: ', 'checks[0].examined: ', 'checks[0].examples[0]: ']) expect(text).toContain(`\n${path}`);
  });
});

describe('dotted', () => {
  it('writes a path as people do', () => expect(dotted(['a', 0, 'b', 'c', 1])).toBe('a[0].b.c[1]'));
  it('is empty for the whole', () => expect(dotted([])).toBe(''));
});
