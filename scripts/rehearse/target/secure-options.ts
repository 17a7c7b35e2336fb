import { existsSync, readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { TlsFiles } from './target-settings.ts';

/** What the harness itself needs to speak TLS with a target, as k6 does. */
export interface SecureOptions {
  readonly ca?: string[];
  readonly cert?: string;
  readonly key?: string;
  readonly rejectUnauthorized: boolean;
}

/** Where Linux distributions keep the certificate authorities of the system. */
const SYSTEM_ROOTS = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

const PLAIN: SecureOptions = { rejectUnauthorized: true };

function systemRoots(): string {
  const file = SYSTEM_ROOTS.find((path) => existsSync(path));
  return file === undefined ? rootCertificates.join('\n') : readFileSync(file, 'utf8');
}

/** The certificate authorities of the system with one more: what `SSL_CERT_FILE` must hold, since it replaces them. */
export const authoritiesWith = (ca: string): string => `${systemRoots().trimEnd()}\n${readFileSync(ca, 'utf8')}`;

/** Sentences about the TLS files of a target; empty when k6 and the harness can use them. `platform` is that of Node. */
export function tlsProblems(where: string, tls: TlsFiles, platform: string): string[] {
  const problems: string[] = [];
  for (const field of ['ca', 'certificate', 'key'] as const) {
    const file = tls[field];
    if (file !== null && !existsSync(file)) problems.push(`${where}.tls.${field}: must be a file, got ${file}, which does not exist`);
  }
  if ((tls.certificate === null) !== (tls.key === null))
    problems.push(`${where}.tls: must have certificate and key together, got only ${tls.key === null ? 'certificate' : 'key'}`);
  if (tls.ca !== null && platform !== 'linux')
    problems.push(
      `${where}.tls.ca: must be left out on ${platform}, where k6 knows the authorities of the system only; add the authority there (macOS: Keychain Access) and remove tls.ca`,
    );
  return problems;
}

export function secureOptions({ ca, certificate, key, insecure }: TlsFiles): SecureOptions {
  if (ca === null && certificate === null && !insecure) return PLAIN;
  return {
    rejectUnauthorized: !insecure,
    ...(ca === null ? {} : { ca: [...rootCertificates, readFileSync(ca, 'utf8')] }),
    ...(certificate === null || key === null ? {} : { cert: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') }),
  };
}
