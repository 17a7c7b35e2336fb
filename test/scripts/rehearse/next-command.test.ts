import { describe, expect, it } from 'vitest';
import { config } from '../../../k6.config.ts';
import type { ProfileName } from '../../../models/workload/surge/surge.ts';
import { nextCommand } from '../../../scripts/rehearse/next-command.ts';
import { chosenSurge } from '../../../scripts/rehearse/plan/chosen-surge.ts';

const plan = (profile: ProfileName, target = 'embedded', nodes: number | null = null) => ({
  scenario: 'onnuri-launch',
  options: { profile, target, seed: 1, nodes, out: null, forecast: null },
  configuration: chosenSurge(config, 'onnuri-launch', profile, undefined),
});

describe('nextCommand', () => {
  it('goes from smoke to lab when all is well', () => {
    expect(nextCommand('PASS', false, plan('smoke'))).toBe('surgeproof rehearse onnuri-launch --profile lab');
  });

  it('tries one node fewer after a pass of the lab, one more after a failure', () => {
    // The lab profile has four nodes.
    expect(nextCommand('WARN', false, plan('lab'))).toBe('surgeproof rehearse onnuri-launch --profile lab --nodes 3');
    expect(nextCommand('FAIL', false, plan('lab', 'embedded', 1))).toBe('surgeproof rehearse onnuri-launch --profile lab --nodes 2');
  });

  it('never asks for nodes of a target that is not ours', () => {
    expect(nextCommand('FAIL', false, plan('lab', 'local'))).not.toContain('--nodes');
    expect(nextCommand('PASS', false, plan('lab', 'local'))).not.toContain('--nodes');
  });

  it('repeats what somebody stopped', () => {
    expect(nextCommand('INCONCLUSIVE', true, plan('smoke'))).toBe('surgeproof rehearse onnuri-launch --profile smoke');
  });

  it('takes the forecast along, quoted where a shell needs it', () => {
    const { options, ...rest } = plan('smoke');
    const forecast = { file: 'runs/a b.json', quantile: 'p95', event: "people's day", scale: 0.1 };
    expect(nextCommand('PASS', false, { ...rest, options: { ...options, forecast } })).toBe(
      "surgeproof rehearse onnuri-launch --profile lab --forecast 'runs/a b.json' --quantile p95 --event 'people'\\''s day'",
    );
  });

  it('keeps the scale for the same profile only', () => {
    const { options, ...rest } = plan('smoke');
    const forecast = { file: 'f.json', quantile: 'p95', event: null, scale: 0.1 };
    expect(nextCommand('FAIL', false, { ...rest, options: { ...options, forecast } })).toContain('--quantile p95 --scale 0.1 --nodes 5');
    expect(nextCommand('PASS', false, { ...rest, options: { ...options, forecast } })).not.toContain('--scale');
  });

  it('looks at the machine after an invalid run', () => expect(nextCommand('INVALID', false, plan('lab'))).toBe('surgeproof doctor'));
});
