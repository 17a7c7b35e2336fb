import { createRequire } from 'node:module';

/**
 * What every part of a reference service says of itself at `IDENTITY_PATH`, the same document at each address; a rehearsal compares
 * them before it sends anything.
 */
export interface Identity {
  /** Name of the service. */
  readonly name: string;
  /** The run the service was started for. */
  readonly run: string;
  readonly version: string;
  readonly simulated: true;
  /** App nodes. */
  readonly nodes: number;
}

export const IDENTITY_PATH = '/.well-known/surgeproof.json';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

export function identityOf(name: string, run: string, nodes: number): Identity {
  return { name, run, version, simulated: true, nodes };
}

/** The JSON Schema of the document. */
export const identitySchema = {
  type: 'object',
  description: 'Who answers here.',
  required: ['name', 'run', 'version', 'simulated', 'nodes'],
  properties: {
    name: { type: 'string' },
    run: { type: 'string' },
    version: { type: 'string' },
    simulated: { const: true },
    nodes: { type: 'integer', minimum: 1 },
  },
  additionalProperties: false,
} as const;
