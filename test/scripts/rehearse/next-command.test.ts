import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../models/results/verdict.ts';
import { nextCommand } from '../../../scripts/rehearse/next-command.ts';
import { readOptions, type TypedOptions } from '../../../scripts/rehearse/plan/options.ts';

interface Ran {
  readonly profile?: string;
  readonly nodes?: number | null;
  readonly typed?: Partial<TypedOptions>;
}

/** A surge with the profiles small and large, of which one ran. */
function next(verdict: Verdict, { profile = 'small', nodes = 4, typed = {} }: Ran = {}, interrupted = false): string {
  const options = readOptions({ seed: '1', walk: true, profile, ...typed }, []);
  const service = nodes === null ? null : { nodes, admissionTokens: 1, doorsOpenAfter: 0 };
  const plan = {
    named: 'sale',
    surge: { definition: { profiles: { small: {}, large: {} } } },
    options,
    configuration: { profileName: profile, profile: { service, arrivalSeconds: 10 } },
    target: { kind: nodes === null ? 'http' : 'service' },
  };
  return nextCommand(verdict, interrupted, plan as unknown as Parameters<typeof nextCommand>[2]);
}

describe('nextCommand', () => {
  it('goes to the next profile of the file when all is well, or when there are too few samples', () => {
    expect(next('PASS')).toBe('surgeproof rehearse sale --profile large');
    expect(next('INCONCLUSIVE')).toBe('surgeproof rehearse sale --profile large');
    expect(next('INCONCLUSIVE', { profile: 'large' })).toBe('surgeproof rehearse sale --profile large --for 40s');
  });

  it('tries one node fewer after a pass of the last profile, one more after a failure', () => {
    expect(next('WARN', { profile: 'large' })).toBe('surgeproof rehearse sale --profile large --nodes 3');
    expect(next('FAIL', { profile: 'large', nodes: 1 })).toBe('surgeproof rehearse sale --profile large --nodes 2');
  });

  it('never asks for nodes of a target that surgeproof does not start', () => {
    expect(next('FAIL', { nodes: null })).toBe('surgeproof report latest');
    expect(next('PASS', { profile: 'large', nodes: null })).toBe('surgeproof rehearse sale --profile large --seed 2');
  });

  it('repeats what somebody stopped, with every flag', () => {
    const typed = { target: 'staging', rate: '5/s', for: '3s' };
    expect(next('INCONCLUSIVE', { typed }, true)).toBe('surgeproof rehearse sale --profile small --target staging --rate 5/s --for 3s');
  });

  it('keeps the line that was asked for', () =>
    expect(next('PASS', { typed: { line: 'typescript' } })).toBe('surgeproof rehearse sale --profile large --line typescript'));

  it('takes the forecast along, quoted where a shell needs it, and its scale for the same profile only', () => {
    const typed = { forecast: 'runs/a b.json', event: "people's day", scale: '0.1' };
    const flags = "--forecast 'runs/a b.json' --quantile p95 --event 'people'\\''s day'";
    expect(next('PASS', { typed })).toBe(`surgeproof rehearse sale --profile large ${flags}`);
    expect(next('FAIL', { typed })).toBe(`surgeproof rehearse sale --profile small ${flags} --scale 0.1 --nodes 5`);
  });

  it('repeats one address with its rate', () => {
    const typed = { url: 'http://127.0.0.1:8080/a?b', rate: '5/s', for: '3s', profile: undefined as never };
    expect(next('PASS', { profile: 'custom', nodes: null, typed })).toBe(
      "surgeproof rehearse --url 'http://127.0.0.1:8080/a?b' --rate 5/s --for 3s --seed 2",
    );
  });

  it('looks at the machine after an invalid run, unless a mistake of the file is to be corrected', () => {
    expect(next('INVALID')).toBe('surgeproof doctor');
    expect(next('INVALID', {}, true)).toBe('surgeproof rehearse sale --profile small');
  });
});
