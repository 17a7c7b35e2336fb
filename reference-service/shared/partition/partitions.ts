import type { FaultAction } from '../../../models/workload/surge/fault.ts';
import type { Part } from '../process/start-part.ts';
import type { ServiceContext } from '../service/service.ts';
import type { ServiceOptions } from '../service/service-options.ts';
import type { PartitionConfig, PartitionOrder, PartitionReady } from './partition.ts';

type Partition = Extract<FaultAction, { kind: 'partition' }>;

/** The proxies of a run, by the pair of parts they stand between. */
export interface Partitions {
  readonly reachable: ServiceContext['reachable'];
  /** Begins a loss of messages, or ends it. */
  order(fault: Partition, isOver: boolean): Promise<void>;
}

/** Starts a proxy for each pair that is both asked for by the service and part of the run's plan. */
export function partitionsOf({ partitions, seed }: ServiceOptions, start: ServiceContext['start']): Partitions {
  const proxies = new Map<string, Part<PartitionReady>>();
  return {
    async reachable(between, databaseUrl) {
      if (partitions === undefined || !partitions.between.includes(between)) return databaseUrl;
      const url = new URL(databaseUrl);
      const config = { program: partitions.program, host: url.hostname, port: Number(url.port || 5432), seed };
      const entry = new URL('main.ts', import.meta.url);
      const proxy = await start<PartitionConfig, PartitionReady>({ name: `proxy ${between}`, entry, config });
      proxies.set(between, proxy);
      url.host = `${proxy.ready.host}:${proxy.ready.port}`;
      return url.href;
    },
    async order({ between, direction, share }, isOver) {
      const proxy = proxies.get(between);
      if (proxy === undefined) throw new Error(`there is no proxy between ${between}`);
      await proxy.order({ lose: isOver ? null : { direction, share } } satisfies PartitionOrder);
    },
  };
}
