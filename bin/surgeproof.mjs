#!/usr/bin/env node
// Help, refusals and quick commands answer from one bundle; the others are loaded file by file (docs/decisions/calc-in-one-bundle.md).
await (await import('./bundled.mjs')).run();
