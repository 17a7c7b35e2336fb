import { loopbackAddress } from '../../shared/loopback.ts';
import { connectLedger } from '../ledger/ledger.ts';
import { buildApp } from './build-app.ts';
import { dependencyClient } from './dependency-client.ts';
import { appNode } from './node.ts';
import type { NodeConfig } from './node-config.ts';

/** Connections of a node to PostgreSQL: a request needs one for about a millisecond, so a few are plenty. */
const DATABASE_CONNECTIONS = 4;

/** Starts one app node. Rejects with a sentence when the port is taken. */
export async function startNode(config: NodeConfig): Promise<{ url: string; close(): Promise<void> }> {
  const ledger = connectLedger(config.databaseUrl, DATABASE_CONNECTIONS, (error) => console.error(`ledger: ${error.message}`));
  const dependencies = dependencyClient(config.dependencies, config.dependencyTimeout);
  const app = await buildApp(appNode(config, ledger, dependencies));
  const close = async (): Promise<void> => {
    await app.close();
    dependencies.close();
    await ledger.close();
  };
  try {
    return { url: await app.listen({ host: loopbackAddress('127.0.0.1'), port: config.port, backlog: 4_096 }), close };
  } catch (error) {
    await close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`app port: must be free, got ${config.port}, which is in use; choose another or 0`);
  }
}
