import type { Polling } from '../../../models/results/polling.ts';
import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';
import type { FoundTool } from '../../toolchain/tool.ts';
import type { WaitingForm } from './waiting-form.ts';

/** How people in the queue are polled: by the native line where k6 and the dialect can, unless the command asks otherwise. null without a waiting room. */
export function choosePolling(form: WaitingForm, asked: LineKind | null, { extended }: Pick<FoundTool, 'extended'>): Polling | null {
  if (form === 'no-room') return null;
  if (asked === 'typescript') return { line: 'typescript', because: 'asked' };
  if (form === 'functions') return { line: 'typescript', because: 'dialect' };
  return extended ? { line: 'native', because: null } : { line: 'typescript', because: 'k6' };
}

/** What to do for a native line where this k6 has none, as a sentence; null where it has one, or none is wanted. */
export function lineAdvice(polling: Polling | null, { version, path, from }: FoundTool): string | null {
  if (polling?.because !== 'k6') return null;
  const remedy =
    from === 'variable' || from === 'PATH'
      ? 'with Go 1.26 in PATH, `--line native` builds one that has it'
      : 'surgeproof builds one that has it as soon as Go 1.26 (https://go.dev/dl) is in PATH and can fetch its modules';
  return `k6 ${version} at ${path} has no native line of this version, so people in the queue are polled in TypeScript; ${remedy}.`;
}
