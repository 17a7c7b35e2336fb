import { describe } from 'vitest';
import { makeCertificates } from '../scripts/shop/certificates.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { everyCase, foreign, netfunnel, stopped } from './cases/runs.ts';
import { secure } from './cases/secure.ts';
import { sameOnBothLines } from './same-on-both-lines.ts';

const certificates = makeCertificates(temporaryFolder());

describe.concurrent('the line in TypeScript and the native line', () => {
  sameOnBothLines('every case of the line', everyCase);
  sameOnBothLines('NetFunnel, a connection for each request', netfunnel);
  sameOnBothLines('three functions in the surge file', foreign);
  sameOnBothLines('HTTP/2, a private authority', secure(certificates));
  sameOnBothLines('stopped in the middle', stopped);
});
