import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moduleHash } from '../../../scripts/toolchain/native-module.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();

/** A module of a few files. */
function made(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, name);
}

const SOURCES = { 'go.mod': 'module a\n', 'go.sum': '', 'poller.go': 'package a\n', 'k6/main.go': 'package main\n' };

describe('moduleHash', () => {
  it('is eight hex digits, the same for the same sources', () => {
    const hash = moduleHash(made('one', SOURCES));
    expect(hash).toMatch(/^[0-9a-f]{8}$/);
    expect(moduleHash(made('two', SOURCES))).toBe(hash);
  });

  it('does not see tests, their data, and what Go does not compile', () => {
    const hash = moduleHash(made('plain', SOURCES));
    const more = {
      'poller_test.go': 'package a\n',
      'testdata/a.go': 'package b\n',
      'testdata/x.json': '{}',
      'notes.md': '',
      'k6/x.ts': '',
    };
    expect(moduleHash(made('more', { ...SOURCES, ...more }))).toBe(hash);
  });

  it.each([
    ['a source', { ...SOURCES, 'poller.go': 'package a // changed\n' }],
    ['a pinned version', { ...SOURCES, 'go.mod': 'module a\n\ngo 1.26\n' }],
    ['a sum', { ...SOURCES, 'go.sum': 'x' }],
    ['a new file', { ...SOURCES, 'wheel.go': '' }],
    [
      'the name of a file',
      { 'go.mod': SOURCES['go.mod'], 'go.sum': '', 'pool.go': SOURCES['poller.go'], 'k6/main.go': SOURCES['k6/main.go'] },
    ],
  ])('changes with %s', (what, files) => expect(moduleHash(made(what, files))).not.toBe(moduleHash(made('base', SOURCES))));

  it('is made of the module of this project', () => expect(moduleHash()).toMatch(/^[0-9a-f]{8}$/));
});
