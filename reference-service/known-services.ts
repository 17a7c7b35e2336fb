import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { FaultAction } from '../models/workload/surge/fault.ts';
import { abilityProblem } from './shared/faults/abilities.ts';
import type { Service } from './shared/service/service.ts';

const HERE = new URL('./', import.meta.url);

const fileOf = (name: string): URL => new URL(`${name}/service.ts`, HERE);

/** Names of the reference services: the folders that hold a `service.ts`. */
export async function knownServices(): Promise<string[]> {
  const entries = await readdir(HERE, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return folders.filter((name) => existsSync(fileOf(name))).sort();
}

/** Whether a service keeps its data in PostgreSQL, which may be one of the user's own. */
export async function usesDatabase(name: string): Promise<boolean> {
  return (await serviceOf(name)).database;
}

/** Mistakes that a service can be started with on purpose. */
export async function bugsOf(name: string): Promise<readonly string[]> {
  return (await serviceOf(name)).bugs ?? [];
}

/** What is wrong with a mistake that a service is to be started with, as the end of a sentence; null when it has that one. */
export async function bugProblem(name: string, bug: string): Promise<string | null> {
  const known = await bugsOf(name);
  if (known.includes(bug)) return null;
  return `must be ${known.length === 0 ? `left out for ${name}, which has none` : `one of ${known.join(', ')}`}, got ${bug}`;
}

/** Why a service cannot do a fault, as the end of a sentence; null when it can. */
export async function faultProblem(name: string, action: FaultAction): Promise<string | null> {
  return abilityProblem(name, (await serviceOf(name)).faults, action);
}

/** The service of a name. Rejects with a sentence when there is none. */
export async function serviceOf(name: string): Promise<Service> {
  const known = await knownServices();
  if (!known.includes(name)) throw new RangeError(`service: must be one of ${known.join(', ')}, got ${JSON.stringify(name)}`);
  const { default: service } = (await import(`./${name}/service.ts`)) as { default: Service };
  return service;
}
