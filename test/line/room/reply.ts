import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Told } from './told.ts';

export type AnyRequest = IncomingMessage | Http2ServerRequest;
export type AnyResponse = ServerResponse | Http2ServerResponse;

const ENCODERS = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;

/** RST_STREAM with INTERNAL_ERROR. */
const INTERNAL_ERROR = 2;

function breakWire(wire: NonNullable<Told['wire']>, request: AnyRequest, response: AnyResponse): void {
  if ('stream' in response) {
    if (wire !== 'silent') response.stream.close(INTERNAL_ERROR);
    return;
  }
  const { socket } = request;
  if (wire === 'reset') socket.resetAndDestroy();
  else if (wire === 'closed') socket.destroy();
  else if (wire !== 'silent') {
    // What has begun to be answered is not sent again by the client's transport.
    response.writeHead(200, { 'content-length': 200 });
    response.write('{"state":"waiting",', () => (wire === 'half' ? setTimeout(() => socket.destroy(), 5) : null));
  }
}

/** Answers a request as told; `words`: the place as the room says it. */
export function reply(told: Told, words: string, request: AnyRequest, response: AnyResponse): void {
  if (told.wire !== undefined) {
    breakWire(told.wire, request, response);
    return;
  }
  if (told.raw !== undefined) {
    const { socket } = request;
    socket.end(told.raw);
    return;
  }
  if (told.announced === true) (response as ServerResponse).writeProcessing();
  const plain = Buffer.from(told.body ?? words);
  const bytes = told.encoding === undefined ? plain : ENCODERS[told.encoding](plain);
  const encoding = told.encoding === undefined ? {} : { 'content-encoding': told.encoding };
  const length = told.chunked === true ? {} : { 'content-length': bytes.length };
  const headers = { 'content-type': 'application/json', ...length, ...encoding, ...told.headers };
  const answer = response as ServerResponse;
  const code = told.status ?? 200;
  answer.writeHead(code, headers as Record<string, string>);
  if (code === 204 || code === 304) return void answer.end();
  if (told.chunked !== true) return void answer.end(bytes);
  const middle = bytes.length >> 1;
  answer.write(bytes.subarray(0, middle), () => answer.end(bytes.subarray(middle)));
}
