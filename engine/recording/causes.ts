/** Longest cause, in characters: it may hold text of the target, which must not fill the log. */
export const CAUSE_LENGTH = 160;

/** Reasons that come with a new address, port or stream number each time, and what is left of them. */
const SAME_REASON: readonly (readonly [RegExp, string])[] = [
  [/connection reset by peer/, 'connection reset by peer'],
  [/broken pipe/, 'broken pipe'],
  [/connection refused/, 'connection refused'],
  [/(?:unexpected )?EOF/, 'connection closed by the target'],
  [/i\/o timeout/, 'connection timed out'],
  [/no such host/, 'no such host'],
  [/REFUSED_STREAM/, 'HTTP/2 stream refused (REFUSED_STREAM)'],
  [/GOAWAY/, 'HTTP/2 connection ended by the target (GOAWAY)'],
  [/use of closed network connection|server closed idle connection/, 'connection closed by the target'],
];

/** "Get "http://host/path?key=…": reason": the address would make every cause another one. */
const REQUEST = /^\w+ "[^"]*": /;
/** "read tcp 127.0.0.1:35634->127.0.0.1:9121: read: reason". */
const SOCKET = /(?:dial|read|write) (?:tcp|udp)[46]? (?:\S+->)?\S+: (?:connect: |read: |write: )?/;

/** The reason of a failed request without addresses, ports and numbers of streams, so that the same one has one row in a report. */
export function plainCause(error: string): string {
  const reason = error.replace(REQUEST, '');
  for (const [pattern, words] of SAME_REASON) if (pattern.test(reason)) return words;
  return reason
    .replace(SOCKET, '')
    .replace(/stream ID \d+/g, 'stream')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '…')
    .slice(0, CAUSE_LENGTH);
}
