import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A private certificate authority, and a certificate for 127.0.0.1 that it signed. */
export interface Certificates {
  /** File of the authority. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Made anew for each test by openssl, so that no key lies in the repository and nothing expires. */
export function makeCertificates(folder: string): Certificates {
  const at = (name: string): string => join(folder, name);
  const openssl = (...parameters: string[]): void => void execFileSync('openssl', parameters, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...newKey, '-keyout', at('ca.key'), '-out', at('ca.pem'), '-days', '2', '-subj', '/CN=Test authority');
  openssl('req', ...newKey, '-keyout', at('shop.key'), '-out', at('shop.csr'), '-subj', '/CN=shop');
  writeFileSync(at('names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
  openssl(
    'x509',
    '-req',
    '-in',
    at('shop.csr'),
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    at('names'),
    '-out',
    at('shop.pem'),
  );
  return { ca: at('ca.pem'), cert: readFileSync(at('shop.pem'), 'utf8'), key: readFileSync(at('shop.key'), 'utf8') };
}
