import { createInterface } from 'node:readline';
import { type InitOptions, type Read, readPath, readRate, readUrl, USUAL_RATE } from './options.ts';

/** Asks one question and gives the answer without spaces around it; null when the person leaves. */
export type AskPerson = (question: string) => Promise<string | null>;

/** A reader of answers; nothing typed gives the default. */
type Reader<Value> = (text: string) => Read<Value>;

/** Asks until the answer can be used. */
async function answered<Value>(ask: AskPerson, question: string, usual: Value, read: Reader<Value>): Promise<Value | null> {
  let remark = '';
  for (;;) {
    const text = await ask(`${remark}${question}`);
    if (text === null) return null;
    if (text === '') return usual;
    const found = read(text);
    if ('value' in found) return found.value;
    remark = `This ${found.rule}.\n`;
  }
}

/** `127.0.0.1:8080` is what people type. */
const readTypedUrl: Reader<URL | null> = (text) => readUrl(text.includes('://') ? text : `http://${text}`);

const readYes: Reader<boolean> = (text) => {
  if (/^(y|yes)$/i.test(text)) return { value: true };
  return /^(n|no)$/i.test(text) ? { value: false } : { rule: 'must be yes or no' };
};

/** What flags leave open, asked from a person; null when the person leaves. */
export async function askQuestions(options: InitOptions, ask: AskPerson): Promise<InitOptions | null> {
  let { url, path, login, rate } = options;
  if (url === null) {
    const question = 'Address of your service (Enter: a notice board that surgeproof starts on this machine): ';
    const asked = await answered<URL | null | 'none'>(ask, question, 'none', readTypedUrl);
    if (asked === null) return null;
    url = asked === 'none' ? null : asked;
  }
  if (url !== null && path === null) {
    const usual = `${url.pathname}${url.search}`;
    path = await answered(ask, `Path of the page people open first (Enter: ${usual}): `, usual, readPath);
    if (path === null) return null;
  }
  if (url !== null && login === null) {
    login = await answered(ask, 'Do people log in? (y/N): ', false, readYes);
    if (login === null) return null;
  }
  rate ??= await answered(ask, `People per second at the peak (Enter: ${USUAL_RATE}): `, USUAL_RATE, readRate);
  return rate === null ? null : { ...options, url, path, login, rate };
}

/** Lets `answer` ask a person on the terminal. Ctrl-C and Ctrl-D leave. Lines that come before their question, as pasted ones do, are kept for it. */
export async function onTerminal<Result>(
  answer: (ask: AskPerson) => Promise<Result>,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<Result> {
  const terminal = createInterface({ input, output });
  const lines = terminal[Symbol.asyncIterator]();
  let open = true;
  terminal.once('close', () => {
    open = false;
  });
  const ask: AskPerson = async (question) => {
    if (open) {
      terminal.setPrompt(question);
      terminal.prompt();
    } else output.write(question);
    const line = await lines.next();
    return line.done === true ? null : line.value.trim();
  };
  try {
    return await answer(ask);
  } finally {
    terminal.close();
  }
}
