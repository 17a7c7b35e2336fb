import { type InitOptions, USUAL_ADDRESS, USUAL_RATE } from './options.ts';
import { configText } from './templates/config.ts';
import { serviceSurge } from './templates/service-surge.ts';
import { surgeFileOf, type Wanted } from './wanted.ts';

/** A surge for the service of the answers. */
async function ownService({ name, url, path, login, rate }: InitOptions): Promise<Wanted> {
  // Loaded late, as all that the usual surge can do without: it is the first thing that people see of surgeproof.
  const [{ serviceTarget }, { ownSurge }] = await Promise.all([import('./service-target.ts'), import('./templates/own-surge.ts')]);
  const peak = rate ?? USUAL_RATE;
  const service = url ?? new URL(USUAL_ADDRESS);
  const { target, listed } = serviceTarget(new URL(service.origin), name, peak);
  const page = path ?? `${service.pathname}${service.search}`;
  const text = ownSurge({ name, target, address: service.origin, path: page, login: login ?? false, peak });
  return { surge: { name: surgeFileOf(name), text }, config: configText(listed), listed, remarks: [] };
}

/** What `init` writes for these options. Reads the OpenAPI document, if there is one. */
export async function wantedFiles(options: InitOptions): Promise<Wanted> {
  const { name, url, path, login, rate, openapi } = options;
  if (openapi !== null) return (await import('./openapi/openapi-files.ts')).openApiFiles(options, openapi);
  if (url !== null || path !== null || login !== null) return ownService(options);
  const text = serviceSurge(name, rate ?? USUAL_RATE);
  return { surge: { name: surgeFileOf(name), text }, config: configText(null), listed: null, remarks: [] };
}
