import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A program of a few shell lines. */
export function fakeProgram(file: string, ...lines: string[]): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(file, 0o755);
  return file;
}

/** A k6 that only says its version, and its extensions. */
export function fakeK6(file: string, version: string, ...extensions: string[]): string {
  const listed = extensions.length === 0 ? [] : ['Extensions:', ...extensions.map((name) => `  example/module (devel), ${name} [js]`)];
  return fakeProgram(file, ...[`k6 v${version} (go1.26, linux/amd64)`, ...listed].map((line) => `echo "${line}"`));
}

/** The extension of our own builds. */
export const NATIVE = 'k6/x/surgeproof';
