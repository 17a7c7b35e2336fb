/** What the system's error codes mean, and what to do about them. */
const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check the path',
  EACCES: 'permission is denied; change the permissions, or choose another place',
  EPERM: 'the system does not permit it; choose another place',
  EROFS: 'the file system is read-only; choose another place',
  EISDIR: 'it is a folder; name a file in it',
  ENOTDIR: 'a part of the path is a file; choose another place',
  EEXIST: 'a file stands there; choose another name',
  ENOSPC: 'the disk is full; free some space',
  EDQUOT: 'the disk quota is used up; free some space',
  EMFILE: 'too many files are open; raise `ulimit -n`',
  ENFILE: 'too many files are open on this machine; close programs',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
  EBUSY: 'another program uses it; close that program',
};

/**
 * A failed call of the system in words, with its code for those who search for it.
 *
 * @example errnoSentence({ code: 'ENOENT' }) // => 'there is no such file or folder; check the path (ENOENT)'
 */
export function errnoSentence(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : WORDS[code];
  if (words !== undefined) return `${words} (${code})`;
  return code ?? message ?? String(error);
}
