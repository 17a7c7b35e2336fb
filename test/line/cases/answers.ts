import { admitted, allOf, inTurn, type LaneScript, SOON, status, type Told, waiting } from '../room/told.ts';

/** Waits, hears this, waits, is let in. */
const once = (told: Told): LaneScript => ({ poll: inTurn(waiting(), told, waiting()) });

const said = (body: string | Uint8Array): Told => ({ body });

/** Bodies that a reader of JSON may take for something else than another reader does. */
const ODD_BODIES: readonly Told[] = [
  said(''),
  said('null'),
  said('[]'),
  said('"waiting"'),
  said('{"state":"waiting"}'),
  said('{"state":"waiting","pollMs":null}'),
  said('{"state":"waiting","pollMs":"41"}'),
  said('{"state":"waiting","pollMs":0}'),
  said('{"state":"waiting","pollMs":-5}'),
  said('{"state":"waiting","pollMs":1e400}'),
  said('{"state":"waiting","pollMs":4.1e1}'),
  said('{"state":"waiting","pollMs":41.5}'),
  said('{"state":"waiting","pollMs":041}'),
  said('{"state":"waiting","pollMs":NaN}'),
  said('{"State":"waiting","PollMs":41}'),
  said('{"state":"WAITING","pollMs":41}'),
  said('{"state":"w\\u0061iting","pollMs":41}'),
  said('{"st\\u0061te":"waiting","pollMs":41}'),
  said('{"state":"admitted","state":"waiting","pollMs":41}'),
  said('{"state":"waiting","pollMs":5,"pollMs":41}'),
  said('{"state":"waiting","pollMs":41,"more":{"pollMs":5,"state":"admitted"}}'),
  said('{"more":{"state":"admitted","pollMs":5},"state":"waiting","pollMs":41}'),
  said('{"state":"waiting","note":"\\"pollMs\\":5","pollMs":41}'),
  said('{"state":"waiting","note":"\\ud83d","pollMs":41}'),
  said('  {"state" : "waiting" , "pollMs" : 41 }\n'),
  said('{"state":"waiting","pollMs":41} and more'),
  said('{"state":"waiting","pollMs":41}{"state":"waiting","pollMs":41}'),
  said('{"state":"waiting","pollMs":41,}'),
  said('{"state":"waiting","pollMs":41'),
  said('\u{feff}{"state":"waiting","pollMs":41}'),
  said('\u{a0}{"state":"waiting","pollMs":41}'),
  said("{'state':'waiting','pollMs':41}"),
  said(Buffer.concat([Buffer.from('{"state":"waiting","name":"'), Buffer.of(0xff, 0xfe, 0xc3), Buffer.from('","pollMs":41}')])),
  said(Buffer.concat([Buffer.from('{"state":"waiting","name":"a'), Buffer.of(0), Buffer.from('b","pollMs":41}')])),
  said(`{"state":"waiting","pollMs":41,"padding":"${'x'.repeat(300_000)}"}`),
  said(`{"state":"waiting","pollMs":41,"deep":${'['.repeat(500)}${']'.repeat(500)}}`),
  said('{"state":"admitted"}'),
  said('{"state":"admitted","pass":""}'),
  said('{"state":"closed","pollMs":41}'),
];

/** Answers with another key than the person's. */
const OTHER_KEYS: readonly Told[] = ['stranger-1', '', null, 7, ['a'], { a: 1 }].map((key) => ({ ...waiting(SOON), fields: { key } }));

const CODES = [201, 202, 204, 206, 304, 400, 401, 403, 404, 408, 409, 418, 429, 500, 502, 504, 599] as const;

/** What the room says in place of a place. */
export const answers = {
  'too-busy': once({ ...status(429, '{"error":"busy"}'), headers: { 'retry-after': '2' } }),
  broken: once({ status: 503, body: Buffer.of(0, 255, 254, 13, 10, 192, 128) }),
  html: once({ body: '<html><body>Sorry, "state":"waiting"</body></html>', headers: { 'content-type': 'text/html' } }),
  redirected: once({ status: 302, headers: { location: '/app/elsewhere' } }),
  'other-status': allOf(...CODES.map((code) => ({ ...waiting(SOON), status: code }))),
  'odd-body': allOf(...ODD_BODIES),
  'other-key': allOf(...OTHER_KEYS),
  'let-in-by-another-key': { poll: inTurn(waiting(), { ...admitted(), fields: { key: 'stranger-2' } }) },
  packed: {
    poll: inTurn(...(['gzip', 'deflate', 'br'] as const).map((encoding) => ({ ...waiting(), encoding })), {
      ...admitted(),
      encoding: 'gzip',
    }),
  },
  'wrongly-packed': allOf(
    { ...waiting(SOON), headers: { 'content-encoding': 'gzip' } },
    { ...waiting(SOON), headers: { 'content-encoding': 'snappy' } },
    { ...waiting(SOON), headers: { 'content-encoding': 'identity' } },
    { ...waiting(SOON), headers: { 'content-encoding': '' } },
    { ...waiting(SOON), encoding: 'gzip', headers: { 'content-encoding': 'GZIP' } },
    { ...waiting(SOON), encoding: 'gzip', headers: { 'content-encoding': 'x-gzip' } },
    { ...waiting(SOON), encoding: 'br', headers: { 'content-encoding': 'gzip' } },
  ),
  'in-parts': { poll: ({ nth }) => ({ ...(nth < 2 ? waiting() : admitted()), chunked: true }) },
} satisfies Readonly<Record<string, LaneScript>>;
