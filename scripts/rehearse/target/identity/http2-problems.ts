import { secureSocket } from '../ask.ts';
import { secureOptions } from '../secure-options.ts';
import { basesOf, type HttpTarget } from '../target-settings.ts';

/** Milliseconds for one look. */
const PATIENCE = 5_000;

/** What an https address agrees on when it is offered both; null when there is no connection, which is reported elsewhere. */
async function agreedOn(base: string, { tls }: HttpTarget): Promise<string | null> {
  try {
    const socket = await secureSocket(new URL(base), secureOptions(tls), AbortSignal.timeout(PATIENCE));
    const { alpnProtocol } = socket;
    socket.destroy();
    return alpnProtocol || 'http/1.1';
  } catch {
    return null;
  }
}

/** Addresses that do not speak HTTP/2 although `http: '2'` asks for it: k6 would go on with HTTP/1.1 in silence. */
export async function http2Problems(target: HttpTarget): Promise<string[]> {
  if (target.http !== '2') return [];
  const found = await Promise.all(
    basesOf(target).map(async ({ where, base }) => {
      const agreed = base.startsWith('https:') ? await agreedOn(base, target) : 'http/1.1';
      return agreed === null || agreed === 'h2'
        ? []
        : [
            `${where}: must speak HTTP/2, as http: '2' says, got HTTP/1.1 at ${base}; turn HTTP/2 on there, write https://, or leave http out`,
          ];
    }),
  );
  return found.flat();
}
