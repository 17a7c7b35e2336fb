import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A program of a few shell lines. */
export function fakeProgram(file: string, ...lines: string[]): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(file, 0o755);
  return file;
}

/** A k6 that only says its version. */
export const fakeK6 = (file: string, version: string): string => fakeProgram(file, `echo "k6 v${version} (go1.26, linux/amd64)"`);
