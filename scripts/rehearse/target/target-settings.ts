/** TLS of a target: files as absolute paths. */
export interface TlsFiles {
  /** Certificate authority to trust besides those of the system. */
  readonly ca: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
  /** Any certificate is accepted. */
  readonly insecure: boolean;
}

/** An http target, all values known. */
export interface HttpTarget {
  readonly kind: 'http';
  readonly name: string;
  /** Base addresses without a slash at the end; `app` is the usual one. */
  readonly bases: Readonly<Record<string, string>>;
  readonly waitingRoom: { readonly base: string; readonly dialect: 'surgeproof' | 'netfunnel' | 'surge' } | null;
  /** Addresses it may have besides loopback ones. */
  readonly addresses: readonly string[];
  /** Arrivals per second, at any instant. */
  readonly maximumArrivalRate: number;
  readonly tls: TlsFiles;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: 'shared' | 'per-request';
  /** null: what k6 and the target agree on. */
  readonly http: '1.1' | '2' | null;
  readonly acceptEncoding: string | null;
}

/** A reference service that surgeproof starts. */
export interface ServiceTarget {
  readonly kind: 'service';
  readonly name: string;
  readonly maximumArrivalRate: number;
}

export type ChosenTarget = HttpTarget | ServiceTarget;

/** Every address of a target with its place, for sentences. */
export function basesOf({ name, bases, waitingRoom }: HttpTarget): { readonly where: string; readonly base: string }[] {
  const named = Object.entries(bases).map(([key, base]) => ({
    where: key === 'app' ? `target ${name}` : `target ${name}.urls.${key}`,
    base,
  }));
  return waitingRoom === null ? named : [...named, { where: `target ${name}.waitingRoom`, base: waitingRoom.base }];
}
