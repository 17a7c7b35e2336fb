import { fieldsOf } from '../../../models/workload/checks/problem.ts';
import type { LoadedSurge } from '../../surge-file/load-surge.ts';
import { hasWaitingRoom } from '../target/has-waiting-room.ts';
import type { ChosenTarget } from '../target/target-settings.ts';

/** What the native line can make of the waiting room of a target: it polls only where the dialect says, as data, how a waiting answer looks. */
export type WaitingForm = 'no-room' | 'functions' | 'data';

/** The built-in dialects say it; that of a surge file has it in the field `waiting`. */
export function waitingForm(target: ChosenTarget, definition: LoadedSurge['definition']): WaitingForm {
  if (!hasWaitingRoom(target, definition)) return 'no-room';
  if (target.kind === 'service' || target.waitingRoom?.dialect !== 'surge') return 'data';
  return fieldsOf(definition.waitingRoom)?.waiting === undefined ? 'functions' : 'data';
}

/** Why people cannot be polled by the native line, as a sentence; null when they can. */
export function nativeProblem(form: WaitingForm): string | null {
  switch (form) {
    case 'data':
      return null;
    case 'no-room':
      return '--line: must be left out without a waiting room, where nobody is polled, got native';
    case 'functions':
      return '--line: must be typescript for a waiting room whose dialect has no `waiting`, got native; add `waiting` to `waitingRoom` of the surge file, which says how a waiting answer looks';
  }
}
