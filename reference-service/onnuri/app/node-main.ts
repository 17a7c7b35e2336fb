import { runPart } from '../../shared/process/run-part.ts';
import type { NodeConfig } from './node-config.ts';
import { startNode } from './start-node.ts';

/** One app node as a worker of the cluster. */
runPart(async (config: NodeConfig) => {
  const { url, close } = await startNode(config);
  return { ready: { url }, stop: close };
});
