import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { arch, pid, version } from 'node:process';
import { Script } from 'node:vm';

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** At the end of the process, when V8 has compiled what was called. Somebody who may not write into the package starts each time anew. */
function keep(script, file) {
  try {
    writeFileSync(`${file}-${pid}`, script.createCachedData());
    renameSync(`${file}-${pid}`, file);
  } catch {}
}

/**
 * The function that a text is, compiled. Where the text lies in `keptBeside`, a file of the package, what V8 makes of it is kept beside that and
 * taken at the next call, which halves what the start of the command line costs. V8 itself refuses what another version of it has made.
 */
export function compiled(text, filename, keptBeside) {
  if (keptBeside === null) return new Script(text, { filename }).runInThisContext();
  const { size, mtimeMs } = statSync(keptBeside);
  const file = `${keptBeside}-${size}-${Math.round(mtimeMs)}-${version}-${arch}`;
  const cachedData = read(file);
  const script = new Script(text, { filename, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) process.once('exit', () => keep(script, file));
  return script.runInThisContext();
}
