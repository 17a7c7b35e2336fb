import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askQuestions, onTerminal } from '../../../scripts/init/ask-questions.ts';
import type { InitOptions } from '../../../scripts/init/options.ts';

const NOTHING: InitOptions = { name: 'x', folder: '/x', url: null, path: null, login: null, rate: null, openapi: null };

/** A person who gives these answers and then leaves. */
async function asked(options: Partial<InitOptions>, ...answers: string[]) {
  const questions: string[] = [];
  const found = await askQuestions({ ...NOTHING, ...options }, async (question) => {
    questions.push(question);
    return answers.shift() ?? null;
  });
  return { found, questions };
}

describe('askQuestions', () => {
  it('takes an address, its path, a login and a rate', async () => {
    const { found, questions } = await asked({}, '127.0.0.1:3000', '/home', 'y', '30');
    expect(found).toEqual({ ...NOTHING, url: new URL('http://127.0.0.1:3000'), path: '/home', login: true, rate: 30 });
    expect(questions).toHaveLength(4);
  });

  it('asks no more of a service that surgeproof starts than how many people come', async () => {
    const { found, questions } = await asked({}, '', '');
    expect(found).toEqual({ ...NOTHING, rate: 50 });
    expect(questions).toHaveLength(2);
  });

  it('asks again after an answer it cannot use, and says why', async () => {
    const { found, questions } = await asked({ path: '/', login: false }, 'ftp://x', 'http://localhost', 'many', '1200/min');
    expect(found).toMatchObject({ url: new URL('http://localhost'), rate: 20 });
    expect(questions[1]).toMatch(/^This must be an address such as http:\/\/127\.0\.0\.1:8080\./);
    expect(questions[3]).toMatch(/^This must be a rate such as/);
  });

  it.each([0, 1, 2, 3])('ends when the person leaves at question %i', async (given) => {
    const answers = ['localhost', '', 'n'].slice(0, given);
    expect((await asked({}, ...answers)).found).toBeNull();
  });

  it('asks nothing that a flag says', async () => {
    const { questions } = await asked({ url: new URL('http://localhost'), path: '/', login: false, rate: 1 });
    expect(questions).toEqual([]);
  });
});

describe('onTerminal', () => {
  /** What is asked and answered when the text comes in at once. */
  async function typed(text: string) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(text);
    const found = await onTerminal((ask) => askQuestions(NOTHING, ask), input, output);
    return { found, shown: String(output.read()) };
  }

  it('keeps answers that come before their question', async () => {
    const { found, shown } = await typed('127.0.0.1:3000\n /home \ny\n30\n');
    expect(found).toEqual({ ...NOTHING, url: new URL('http://127.0.0.1:3000'), path: '/home', login: true, rate: 30 });
    expect(shown).toContain('People per second at the peak');
  });

  it('ends when the input does', async () => expect((await typed('127.0.0.1:3000\n')).found).toBeNull());
});
