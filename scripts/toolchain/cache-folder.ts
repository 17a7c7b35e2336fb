import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Folder of built and downloaded tools, outside the tree: in `XDG_CACHE_HOME`, or in the usual cache of the platform.
 *
 * @example cacheFolder({}, 'linux', '/home/kim') // => '/home/kim/.cache/surgeproof'
 * @example cacheFolder({}, 'darwin', '/Users/kim') // => '/Users/kim/Library/Caches/surgeproof'
 */
export function cacheFolder(env: Environment, platform: string, home: string): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'surgeproof');
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'surgeproof') : join(home, '.cache', 'surgeproof');
}
