import { describe } from 'vitest';
import { makeCertificates } from '../scripts/shop/certificates.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { everyCase, foreign, netfunnel, stopped } from './cases/runs.ts';
import { secure } from './cases/secure.ts';
import { sameOnBothLines } from './same-on-both-lines.ts';

const certificates = makeCertificates(temporaryFolder());

/* A few k6 at once: ten of them starve one another on two cores. */
describe.concurrent('the line in TypeScript and the native line', () => {
  sameOnBothLines('every case of the line', everyCase);
  sameOnBothLines('stopped in the middle', stopped);
});
describe.concurrent('the line in TypeScript and the native line, with other dialects', () => {
  sameOnBothLines('NetFunnel, a connection for each request', netfunnel);
  sameOnBothLines('three functions in the surge file', foreign);
});
describe('the line in TypeScript and the native line, over TLS', () => {
  sameOnBothLines('HTTP/2, a private authority', secure(certificates));
});
