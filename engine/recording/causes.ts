/** Longest cause, in characters: it may hold text of the target, which must not fill the log. */
export const CAUSE_LENGTH = 160;

/** Reasons that come with a new address, port or stream number each time, and what is left of them. */
const SAME_REASON: readonly (readonly [RegExp, string])[] = [
  [/connection reset by peer|forcibly closed/, 'connection reset by peer'],
  [/broken pipe/, 'broken pipe'],
  [/connection refused/, 'connection refused'],
  [/(?:unexpected )?EOF/, 'connection closed by the target'],
  [/i\/o timeout|connection timed out/, 'connection timed out'],
  [/no such host/, 'no such host'],
  [/REFUSED_STREAM/, 'HTTP/2 stream refused (REFUSED_STREAM)'],
  [/GOAWAY/, 'HTTP/2 connection ended by the target (GOAWAY)'],
  [/use of closed network connection|server closed idle connection|client connection lost/, 'connection closed by the target'],
];

/** "stream error: stream ID 13; INTERNAL_ERROR; received from peer". */
const STREAM_ERROR = /stream error: stream ID \d+; (\w+)/;
/** "Get "http://host/path?key=…": reason": the address would make every cause another one. */
const REQUEST = /^\w+ "[^"]*": /;
/** "read tcp 127.0.0.1:35634->127.0.0.1:9121: read: reason". */
const SOCKET = /(?:dial|read|write) (?:tcp|udp)[46]? (?:\S+->)?\S+: (?:connect: |read: |write: )?/;

/** What k6 quotes of an answer that it cannot read, and header lines, which it does not quote. */
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
const MALFORMED = /malformed.*$/s;

/** A reason in k6's own words: a target may send any text, those of k6 among them. */
export const ownWords = (reason: string): string => reason.replace(QUOTED, '""').replace(MALFORMED, 'malformed');

/** What differs from one occurrence to the next, in the order in which it is looked for: each becomes "…". */
const DIFFERING: readonly RegExp[] = [
  /\[[0-9a-f:]*:[0-9a-f:.]*(?:%\w+)?\](?::\d+)?/gi,
  /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)?/g,
  /\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\b/g,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g,
  /\b0x[0-9a-f]+\b/gi,
  /\b(?=[a-z_-]*\d)[0-9a-f]{8,}\b/gi,
  /\b(?=[a-z_-]*\d)[\w-]{16,}\b/gi,
  // Ports, and the numbers of "order-4711", "user4711" and "#17"; "ORA-00942", "HTTP/2", "x509" and "v1.2" stay.
  /(?<=[a-z]:)\d{2,5}\b/gi,
  /(?<=[a-z]{2}|[a-z][-_])\d{3,}\b/g,
  // Numbers on their own, those with a unit of time or size among them; "items[0]" stays.
  /(?<![\w/.[-])[+-]?\d+(?:[.,]\d+)*(?=(?:ns|[µu]s|ms|s|m|h|[kKMG]i?B)?(?![\w-]))/g,
];

/**
 * A text without dates, addresses, ports, identifiers and numbers, so that what happened often has one row in a report.
 *
 * The first test is the whole cost for a text without digits, as most codes of errors are.
 */
export function withoutNumbers(text: string): string {
  if (!/\d/.test(text)) return text;
  let plain = text;
  for (const pattern of DIFFERING) plain = plain.replace(pattern, '…');
  return plain;
}

/** The reason of a failed request without addresses, ports and numbers of streams, so that the same one has one row in a report. */
export function plainCause(error: string): string {
  const reason = error.replace(REQUEST, '');
  const own = ownWords(reason);
  for (const [pattern, words] of SAME_REASON) if (pattern.test(own)) return words;
  const reset = STREAM_ERROR.exec(own);
  if (reset !== null) return `HTTP/2 stream ended (${reset[1]})`;
  return withoutNumbers(reason.replace(SOCKET, '')).slice(0, CAUSE_LENGTH);
}
