import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { calcCommand } from '../../../scripts/calc/calc-command.ts';
import { calcFunctions } from '../../../scripts/calc/registry.ts';

describe('surgeproof calc', () => {
  const written = { out: '', err: '' };
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  async function call(...words: string[]): Promise<{ out: string; err: string; code: number | undefined }> {
    Object.assign(written, { out: '', err: '' });
    const capture = (stream: 'out' | 'err') => (text: unknown) => {
      written[stream] += String(text);
      return true;
    };
    vi.spyOn(process.stdout, 'write').mockImplementation(capture('out'));
    vi.spyOn(process.stderr, 'write').mockImplementation(capture('err'));
    const program = new Command('surgeproof');
    calcCommand(program);
    await program.parseAsync(['calc', ...words], { from: 'user' });
    return { ...written, code: process.exitCode as number | undefined };
  }

  it('prints one value', async () =>
    expect(await call('erlang-c', '--load', '1', '--servers', '2')).toEqual({ out: '0.33333333333333337\n', err: '', code: 0 }));

  it('prints a refusal as one sentence and ends with 2', async () => {
    expect(await call('erlang-c', '--load', '3', '--servers', '2')).toMatchObject({
      out: '',
      code: 2,
      err: expect.stringMatching(/^servers: 2 cannot carry.*\n$/),
    });
    expect(await call('nothing')).toMatchObject({ code: 2, err: expect.stringMatching(/calc --list/) });
    expect(await call()).toMatchObject({ code: 2, err: expect.stringMatching(/must be given a function/) });
  });

  it('lists every function with its arguments', async () => {
    const { out } = await call('--list');
    expect(out.split('\n')).toHaveLength(calcFunctions.size + 1);
    expect(out).toMatch(/^staffing-sine .* method \(mol\|psa\|constant\)$/m);
    expect(out).toMatch(/^servers-for-delay .* \[loadSd\]$/m);
  });

  it.each([...calcFunctions.values()])('describes $name: shapes, what each argument is, and an example with its answer', async (fn) => {
    const { out, code } = await call(fn.name, '--help');
    expect(code).toBe(0);
    for (const { about } of Object.values(fn.args)) expect(out.replace(/\s+/g, ' ')).toContain(about.replace(/\s+/g, ' '));
    expect(out).toMatch(/^ {2}--\S+ [<[]/m);
    const [, example] = /Example:\n {2}surgeproof calc (.*)\n/.exec(out)!;
    const words = example!.match(/'[^']*'|\S+/g)!.map((word) => word.replace(/^'|'$/g, ''));
    const answer = out.slice(out.indexOf(example!) + example!.length + 1).replace(/^ {2}/gm, '');
    expect((await call(...words)).out.trim()).toBe(answer.trim());
  });

  it('describes itself, and refuses to describe what it does not know', async () => {
    expect((await call('--help')).out).toContain('surgeproof calc [options] [function] [flags...]');
    expect(await call('erlang-x', '--help')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^"erlang-x": is not a function of calc/),
    });
  });

  it('answers a batch line by line, past a line it cannot read and empty ones', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'calc-'));
    const file = path.join(folder, 'cases.ndjson');
    writeFileSync(
      file,
      '{"id":1,"fn":"poll-rate","args":{"users":10,"interval":5}}\r\nnonsense\n\n{"id":2,"fn":"poll-rate","args":{"users":10,"interval":0}}',
    );
    const { out, code } = await call('--batch', file);
    rmSync(folder, { recursive: true });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; value?: number; error?: { code: string } });
    expect(lines.map(({ id, value, error }) => [id, value ?? error?.code])).toEqual([
      [1, 2],
      [null, 'malformed-line'],
      [2, 'out-of-range'],
    ]);
    expect(code).toBe(0);
  });

  it('says which batch file it cannot read', async () =>
    expect(await call('--batch', '/nowhere/cases.ndjson')).toMatchObject({
      code: 2,
      err: '--batch /nowhere/cases.ndjson: must be a file that can be read (ENOENT); give its path, or - for standard input\n',
    }));

  it('loads mathjs only for a question that needs it', async () => {
    const loaded = async (fn: string) => {
      const question = `import('./scripts/calc/run-calc.ts').then((calc) => calc.runCalc('${fn}', ${JSON.stringify(calcFunctions.get(fn)!.example)}))`;
      const script = `${question}.then(() => console.log(Object.keys(require.cache).join()))`;
      const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      for await (const chunk of child.stdout) text += String(chunk);
      return text.includes('mathjs');
    };
    expect(await loaded('erlang-c')).toBe(false);
    expect(await loaded('usl-fit')).toBe(true);
  });
});
