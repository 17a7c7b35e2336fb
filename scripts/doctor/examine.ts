import { freeDiskMiB } from '../machine/free-disk.ts';
import { inspectMachine } from '../machine/machine.ts';
import { runsFolder } from '../run-folder/runs-folder.ts';
import type { Surroundings } from '../toolchain/surroundings.ts';
import type { DoctorItem } from './item.ts';
import { machineItems } from './machine-items.ts';
import { k6AndGoItems, nodeItem, postgresItem } from './tool-items.ts';

/** Checks everything a rehearsal needs, in the order in which a newcomer needs it. Changes nothing. */
export async function examine(surroundings: Surroundings): Promise<DoctorItem[]> {
  const { env, platform, arch } = surroundings;
  const [tools, postgres, machine, disk] = await Promise.all([
    k6AndGoItems(surroundings),
    postgresItem(env, platform, arch),
    inspectMachine(),
    freeDiskMiB(runsFolder(env)),
  ]);
  return [nodeItem(process.versions.node), ...tools, postgres, ...machineItems(machine, disk)];
}
