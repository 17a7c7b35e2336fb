import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { errnoSentence } from '../../../errors/errno.ts';
import { MOST_BYTES, RecordsError, textWithin } from '../limits.ts';

/** Characters of what a program says on its error output. */
const LONGEST_COMPLAINT = 300;

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

const firstLine = (text: string): string => text.trim().split(/[\r\n]/, 1)[0] ?? '';

/**
 * What a program prints. It gets no input, and it ends with everything that it started at the time-out, and when surgeproof ends.
 *
 * @param timeout milliseconds
 */
export async function commandText([program, ...args]: readonly string[], folder: string, timeout: number): Promise<string> {
  const child = spawn(program!, args, { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = (): void => killGroup(child.pid);
  let [late, complaint] = [false, ''];
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, timeout);
  process.once('exit', kill);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < LONGEST_COMPLAINT) complaint += text;
  });
  try {
    const ended = once(child, 'close') as Promise<[number | null, string | null]>;
    const [text, [code, signal]] = await Promise.all([textWithin(child.stdout, MOST_BYTES), ended]);
    if (late) throw new RecordsError(`${program} must end within ${timeout / 1_000} s, and did not`);
    if (code === 0) return text;
    const said = firstLine(complaint.slice(0, LONGEST_COMPLAINT));
    throw new RecordsError(`${program} must end with status 0, got ${code ?? signal}${said === '' ? '' : `: ${said}`}`);
  } catch (error) {
    throw error instanceof RecordsError ? error : new RecordsError(`${program} must start: ${errnoSentence(error)}`);
  } finally {
    clearTimeout(timer);
    process.off('exit', kill);
    kill();
  }
}
