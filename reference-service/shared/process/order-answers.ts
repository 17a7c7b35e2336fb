import type { ChildProcess } from 'node:child_process';
import type { FromPart, ToPart } from './messages.ts';

/** Milliseconds in which a part must have done what it was ordered. */
const PATIENCE = 10_000;

/** Orders a part something and waits until it is done. The returned function rejects with the part's own sentence when it could not. */
export function orderer(child: ChildProcess, name: string): (order: unknown) => Promise<void> {
  const open = new Map<number, (problem: string | null) => void>();
  let last = 0;
  child.on('message', (message: FromPart<unknown>) => {
    if (message.type === 'obeyed') open.get(message.id)?.(message.problem);
  });
  child.once('exit', () => {
    for (const end of open.values()) end(`the ${name} has ended`);
  });
  return (order) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const end = (problem: string | null): void => {
        clearTimeout(timer);
        open.delete(id);
        if (problem === null) resolve();
        else reject(new Error(problem));
      };
      const timer = setTimeout(() => end(`the ${name} did not answer within ${PATIENCE / 1_000} s`), PATIENCE);
      open.set(id, end);
      if (!child.connected) end(`the ${name} has ended`);
      else child.send({ type: 'order', order, id } satisfies ToPart<never>, (error) => error && end(error.message));
    });
}
