import { createRequire } from 'node:module';

/** What a part of the reference service says of itself at `IDENTITY_PATH`; a rehearsal checks it before it sends anything. */
export interface Identity {
  readonly name: 'surgeproof-reference';
  readonly part: 'app' | 'waiting-room';
  /** The run the service was started for; empty when nobody said. */
  readonly run: string;
  readonly simulated: true;
  /** App nodes behind this address; 0 for the waiting room. */
  readonly nodes: number;
  readonly version: string;
}

export const IDENTITY_PATH = '/.well-known/surgeproof-target';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

export const identityOf = (part: Identity['part'], run: string, nodes: number): Identity => ({
  name: 'surgeproof-reference',
  part,
  run,
  simulated: true,
  nodes,
  version,
});
