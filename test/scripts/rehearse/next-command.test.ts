import { describe, expect, it } from 'vitest';
import { config } from '../../../k6.config.ts';
import type { ProfileName } from '../../../models/workload/surge.ts';
import { chosenSurge } from '../../../scripts/rehearse/chosen-surge.ts';
import { nextCommand } from '../../../scripts/rehearse/next-command.ts';

const plan = (profile: ProfileName, target = 'embedded', nodes: number | null = null) => ({
  scenario: 'onnuri-launch',
  options: { profile, target, seed: 1, nodes, out: null },
  configuration: chosenSurge(config, 'onnuri-launch', profile, undefined),
});

describe('nextCommand', () => {
  it('goes from smoke to lab when all is well', () => {
    expect(nextCommand('PASS', plan('smoke'))).toBe('surgeproof rehearse onnuri-launch --profile lab');
  });

  it('tries one node fewer after a pass of the lab, one more after a failure', () => {
    // The lab profile has four nodes.
    expect(nextCommand('WARN', plan('lab'))).toBe('surgeproof rehearse onnuri-launch --profile lab --nodes 3');
    expect(nextCommand('FAIL', plan('lab', 'embedded', 1))).toBe('surgeproof rehearse onnuri-launch --profile lab --nodes 2');
  });

  it('never asks for nodes of a target that is not ours', () => {
    expect(nextCommand('FAIL', plan('lab', 'local'))).not.toContain('--nodes');
    expect(nextCommand('PASS', plan('lab', 'local'))).not.toContain('--nodes');
  });

  it('looks at the machine after an invalid run', () => expect(nextCommand('INVALID', plan('lab'))).toBe('surgeproof doctor'));
});
