import { expect, it } from 'vitest';
import type { EngineRun, LineKind } from '../../../models/workload/surge/run-configuration.ts';
import { bundleForK6 } from '../../../scripts/surge-file/bundle-for-k6.ts';
import { findSurge } from '../../../scripts/surge-file/find-surge.ts';

/** Only k6 looks at the rest of a run. */
const bundled = (line: LineKind): Promise<string> =>
  bundleForK6({ file: findSurge('smoke'), contents: null }, { line } as Partial<EngineRun> as EngineRun);

it('imports the poller in Go only where the line is native: a k6 without it cannot load such a script', async () => {
  const imports = /from ["']k6\/x\/surgeproof["']/;
  expect(await bundled('typescript')).not.toMatch(imports);
  expect(await bundled('native')).toMatch(imports);
});
