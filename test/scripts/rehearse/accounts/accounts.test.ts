import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Accounts } from '../../../../models/definition/accounts.ts';
import { checkAccounts } from '../../../../scripts/rehearse/accounts/accounts.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const folder = temporaryFolder();
const crowd = { expected: 80, most: 100 };
const rows = (count: number): string => Array.from({ length: count }, (_, i) => `p${i + 1}@example.com,${i}`).join('\r\n');
const csv = (file: string, reuse: 'never' | 'allowed', columns = ['email', 'pin']): Accounts<unknown> => ({
  from: 'csv',
  file,
  columns,
  reuse,
});
const check = (accounts: Accounts<unknown> | null) => checkAccounts(accounts, folder, crowd, { seed: 1, isService: false });
const problemsOf = (accounts: Accounts<unknown>) => {
  const checked = check(accounts);
  return 'problems' in checked ? checked.problems : [];
};
const sound = (accounts: Accounts<unknown>) => {
  const checked = check(accounts);
  if ('problems' in checked) throw new Error(checked.problems.join());
  return checked.accounts;
};

writeFileSync(
  join(folder, 'some.csv'),
  `\ufeffemail,pin,note\r\n"a@example.com","0012","says ""no"", twice"\r\n${rows(3).replaceAll('\r\n', ',\r\n')},\r\n`,
);
writeFileSync(join(folder, 'many.csv'), `pin,email\n${rows(105)}\n`);
writeFileSync(join(folder, 'ragged.csv'), 'email,pin\na@example.com,1,2\n');
writeFileSync(join(folder, 'empty.csv'), '');

describe('accounts of a CSV file', () => {
  it('are read with quotes and a byte order mark, by the columns that are named', async () => {
    const accounts = sound(csv('some.csv', 'allowed'));
    expect((await accounts.of!(1))[0]).toEqual({ email: 'a@example.com', pin: '0012' });
    expect(accounts.description).toBe('4 rows of some.csv, reused from the first');
  });

  it('are refused when there are fewer than people may come, with both numbers', () => {
    expect(problemsOf(csv('some.csv', 'never'))).toEqual([
      "accounts: must have at least 100 rows for about 80 people, whose number varies by chance, got 4 in some.csv; add rows, send fewer people, or allow reuse: 'allowed'",
    ]);
  });

  it('give the walk rows that the crowd does not have, where there are more', async () => {
    const many = sound(csv('many.csv', 'never'));
    expect(await many.of!(100)).toHaveLength(100);
    expect(await many.forWalk!(2)).toEqual([
      { email: '103', pin: 'p104@example.com' },
      { email: '104', pin: 'p105@example.com' },
    ]);
    expect(await sound(csv('some.csv', 'allowed')).forWalk!(1)).toEqual([{ email: 'a@example.com', pin: '0012' }]);
  });

  it.each([
    ['some.csv', ['mail', 'pin'], 'accounts: some.csv must have the columns mail, pin, got email, pin, note'],
    ['empty.csv', ['email'], 'accounts: empty.csv must have the columns email, got an empty file'],
    ['ragged.csv', ['email'], /^accounts: ragged\.csv:2 must be CSV: /],
    ['gone.csv', ['email'], 'accounts: gone.csv must be readable: there is no such file or folder; check the path (ENOENT)'],
  ])('say what is wrong with %s', (file, columns, sentence) => {
    expect(problemsOf(csv(file, 'allowed', columns))).toEqual([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
  });
});

describe('accounts of a function', () => {
  it('count from 1, and the walk goes on behind the crowd', async () => {
    const accounts = sound({ from: 'function', make: (number) => ({ number }) });
    expect(await accounts.of!(2)).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await accounts.forWalk!(1)).toEqual([{ number: 101 }]);
  });

  it('are refused when it throws or gives nothing', () => {
    const throwing = (): never => {
      throw new Error('no more');
    };
    expect(problemsOf({ from: 'function', make: throwing })).toEqual([
      'accounts: must be made without an exception, got Error: no more for person 1',
    ]);
    expect(problemsOf({ from: 'function', make: () => undefined })).toHaveLength(1);
  });
});

describe('people without accounts', () => {
  it('get none', () => expect(check(null)).toMatchObject({ accounts: { description: null, of: null } }));
});
