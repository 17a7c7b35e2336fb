import { resolve } from 'node:path';
import type { ResolvedTarget } from '../../../models/definition/resolve/resolved-config.ts';
import type { LoadedConfig } from '../../surge-file/config/load-config.ts';
import { similarTo } from '../../terminal/similar.ts';
import { hostOf, isLoopback } from './allow-target.ts';
import type { ChosenTarget, HttpTarget } from './target-settings.ts';

/** Arrivals per second a reference service gets at most, unless k6.config.ts says otherwise: more than one machine can send. */
const MOST_TO_SERVICE = 20_000;

export type TargetChoice = { readonly target: ChosenTarget } | { readonly problem: string };

/** Where a surge goes: what `--target` says, or else the surge. `ownDialect`: the surge speaks to the waiting room itself. */
export interface TargetWish {
  readonly flag: string | null;
  readonly surge: unknown;
  readonly ownDialect: boolean;
}

/** A loopback host by its name alone, without asking DNS. */
const staysHere = (base: string): boolean => hostOf(base) === 'localhost' || isLoopback(hostOf(base));

/** Finds the target: a name of k6.config.ts, a loopback address, or a reference service. A surge cannot allow itself any other address. */
export function chooseTarget({ flag, surge, ownDialect }: TargetWish, loaded: LoadedConfig, services: readonly string[]): TargetChoice {
  const where = flag === null ? 'target' : '--target';
  const wanted = flag ?? surge;
  const { targets, defaults } = loaded.config;
  const service = (name: string): TargetChoice =>
    services.includes(name)
      ? {
          target: {
            kind: 'service',
            name,
            maximumArrivalRate: defaults.given.includes('maximumArrivalRate') ? defaults.maximumArrivalRate : MOST_TO_SERVICE,
          },
        }
      : { problem: `${where}: must be a reference service (${services.join(', ')}), got ${name}` };
  if (typeof wanted === 'object' && wanted !== null) return service(String((wanted as { service?: unknown }).service));
  if (typeof wanted !== 'string' || wanted === '')
    return {
      problem: `${where}: must be a target of k6.config.ts, a loopback address or { service }, got ${JSON.stringify(wanted) ?? 'nothing'}`,
    };
  const named = Object.hasOwn(targets, wanted) ? targets[wanted] : undefined;
  if (named !== undefined) return { target: fromConfig(named, ownDialect, loaded.folder) };
  if (flag !== null && services.includes(wanted)) return service(wanted);
  return /^[a-z]+:\/\//i.test(wanted)
    ? fromAddress(where, wanted, loaded, ownDialect)
    : unknownName(where, wanted, Object.keys(targets), services, flag === null);
}

/** In a surge file a service is written `{ service: 'x' }`, in a flag by its name alone. */
function unknownName(where: string, given: string, targets: readonly string[], known: readonly string[], inFile: boolean): TargetChoice {
  const services = inFile ? [] : known;
  const near = similarTo(given, [...targets, ...known]);
  const similar = near !== null && inFile && known.includes(near) && !targets.includes(near) ? `{ service: '${near}' }` : near;
  const listed = targets.length === 0 ? [] : [`a target of k6.config.ts (${targets.join(', ')})`];
  const served = services.length === 0 ? [] : [`a reference service (${services.join(', ')})`];
  const unlisted = targets.length === 0 ? ['a target of k6.config.ts, which has none here'] : [];
  const kinds = [...listed, ...served, 'a loopback address', ...unlisted];
  const rule = `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;
  const meant = similar === null ? '' : `; did you mean ${similar}?`;
  return { problem: `${where}: must be ${rule}, got ${given}${meant}` };
}

/** An address that stands in a surge or in a flag. One that k6.config.ts lists has the settings of that target. */
function fromAddress(where: string, address: string, { config, folder }: LoadedConfig, ownDialect: boolean): TargetChoice {
  const base = address.replace(/\/+$/, '');
  const listed = Object.values(config.targets).find(({ bases }) => bases.app === base);
  if (listed !== undefined) return { target: fromConfig(listed, ownDialect, folder) };
  if (!/^https?:\/\//i.test(base) || !URL.canParse(base))
    return { problem: `${where}: must be an address with http:// or https://, got ${address}` };
  if (!staysHere(base))
    return {
      problem: `${where}: must be listed in k6.config.ts when it is not on this machine, got ${address}; add it there under targets, with its addresses`,
    };
  const target: HttpTarget = {
    kind: 'http',
    name: base,
    bases: { app: base },
    waitingRoom: null,
    addresses: [],
    maximumArrivalRate: config.defaults.maximumArrivalRate,
    tls: { ca: null, certificate: null, key: null, insecure: false },
    headers: {},
    connections: 'shared',
    http: null,
    acceptEncoding: 'gzip, deflate, br',
  };
  return { target };
}

function fromConfig({ tls, waitingRoom, ...rest }: ResolvedTarget, ownDialect: boolean, folder: string): HttpTarget {
  const file = (name: string | null): string | null => (name === null ? null : resolve(folder, name));
  return {
    kind: 'http',
    ...rest,
    waitingRoom:
      waitingRoom === null ? null : { base: waitingRoom.base, dialect: waitingRoom.dialect ?? (ownDialect ? 'surge' : 'surgeproof') },
    tls: { ca: file(tls.ca), certificate: file(tls.certificate), key: file(tls.key), insecure: tls.insecure },
  };
}
