import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { rehearseCommand } from '../../../reports/launch/rehearse-command.ts';

/** The words that a real shell makes of a command. */
function wordsOf(command: string): string[] {
  const printed = execFileSync('bash', ['-c', `npx() { printf '%s\\0' "$@"; }; ${command}`], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return printed.toString().split('\0').slice(0, -1);
}

describe('the command that rehearses a forecast', () => {
  it('needs no name where there is one event', () =>
    expect(rehearseCommand('runs/a/forecast.json', 'p95', null)).toBe(
      'npx surgeproof rehearse ./your.surge.ts --forecast runs/a/forecast.json --quantile p95',
    ));

  it.each(["it's; rm -rf ~", '$(touch x) `y` "z" \\', '신청 마감', "two\nlines 'and' \\n", 'red\u001b[31m', 'right\u202eleft'])(
    'gives a shell the name as it is, and shows every sign: %j',
    (name) => {
      const command = rehearseCommand('my file.json', 'p90', name);
      const expected = ['surgeproof', 'rehearse', './your.surge.ts', '--forecast', 'my file.json', '--quantile', 'p90', '--event', name];
      expect(wordsOf(command)).toEqual(expected);
      expect(command).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    },
  );
});
