#!/usr/bin/env node
// `calc` answers in a moment, so it is started another way than commands that take seconds (docs/decisions/calc-in-one-bundle.md).
if (process.argv[2] === 'calc') (await import('./bundled.mjs')).run();
else await import('./file-by-file.mjs');
