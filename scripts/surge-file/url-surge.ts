import { join } from 'node:path';
import type { Source } from './source.ts';

/**
 * A surge that asks one address, as the text of a surge file: one step `request`. It is loaded like any other file.
 *
 * @param rate as a surge file writes it, `50/s`
 * @param length as a surge file writes it, `30 s`
 */
export function urlSurge(url: URL, rate: string, length: string): Source {
  const path = `${url.pathname}${url.search}`;
  const text = JSON.stringify;
  const contents = `
import { constant, defineSurge } from 'surgeproof';

export default defineSurge({
  name: 'one-address',
  title: ${text(`GET ${url.host}${path}`)},
  target: ${text(url.origin)},
  steps: { request: { title: ${text(`GET ${path}`)} } },
  journeys: {
    visit: {
      share: 1,
      async run(user) {
        await user.get('request', ${text(path)});
      },
    },
  },
  profiles: { custom: { description: ${text(`${rate} for ${length}`)}, arrivals: [constant(${text(rate)}, { for: ${text(length)} })] } },
});
`;
  return { file: join(process.cwd(), 'one-address.surge.ts'), contents };
}
