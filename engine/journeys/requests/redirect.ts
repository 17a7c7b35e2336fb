/** Statuses that send a client elsewhere by `Location`. */
export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** 301, 302 and 303 turn a request into a GET, as browsers do (RFC 9110, 15.4); 307 and 308 repeat it. */
export function methodAfter(status: number, method: string): string {
  return status >= 307 || method === 'HEAD' ? method : 'GET';
}

const ORIGIN = /^(https?:)\/\/[^/?#]*/i;

/** Scheme, host and port of an address; empty for a path. */
function originOf(url: string): string {
  return ORIGIN.exec(url)?.[0].toLowerCase() ?? '';
}

/** Host name of an address, without port. */
export function hostOf(url: string): string {
  return originOf(url)
    .replace(/^https?:\/\/(?:[^@]*@)?/, '')
    .replace(/:\d*$/, '');
}

/** Takes `.` and `..` out of a path (RFC 3986, 5.2.4). */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/');
  segments.forEach((segment, i) => {
    if (segment === '..') {
      if (kept.length > 1) kept.pop();
    } else if (segment !== '.') kept.push(segment);
    if ((segment === '..' || segment === '.') && i === segments.length - 1) kept.push('');
  });
  return kept.join('/');
}

/**
 * The address that a `Location` means at `from` (RFC 3986, 5.2); null when it is none of HTTP.
 *
 * @example resolveLocation('http://a/b/c?d', '../e') // => 'http://a/e'
 */
export function resolveLocation(from: string, location: string): string | null {
  const target = location.trim().replace(/#.*$/, '');
  if (/^https?:\/\/[^/]/i.test(target)) return target;
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return null;
  const origin = ORIGIN.exec(from);
  if (origin === null) return null;
  if (target.startsWith('//')) return `${origin[1]}${target}`;
  const path = from.slice(origin[0].length).replace(/[?#].*$/, '') || '/';
  if (target === '') return origin[0] + path;
  if (target.startsWith('?')) return origin[0] + path + target;
  const query = target.search(/\?/);
  const [pathOnly, rest] = query < 0 ? [target, ''] : [target.slice(0, query), target.slice(query)];
  const whole = pathOnly.startsWith('/') ? pathOnly : path.slice(0, path.lastIndexOf('/') + 1) + pathOnly;
  return origin[0] + withoutDots(whole) + rest;
}
