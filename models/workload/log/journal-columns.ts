/** A fact, or a text or an amount that entries have beside them; a key that the engine made is the number at its end. */
export type JournalValue = string | number | boolean;

/**
 * Values of a group, one a person; a value that all have stands alone. How the others stand, the first character of the name says:
 * `+` whole numbers, each as the step from the one before; `#` texts that end in a number: what they begin with, the digits at least, and
 * the numbers as steps.
 */
export type JournalColumn = readonly JournalValue[] | JournalValue;

/** More digits than this are no exact number. */
const MOST_DIGITS = 15;
const NUMBERED = new RegExp(`^(.*?)(\\d{1,${MOST_DIGITS}})$`, 's');

export const deltas = (values: readonly number[]): number[] => values.map((value, i) => (i === 0 ? value : value - values[i - 1]!));

export function sums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

const numbered = (beginning: string, digits: number, n: number): string => beginning + String(n).padStart(digits, '0');

/** Receipts such as `R-0000000017`; null for texts that are not all like that. */
function packNumbered(texts: readonly JournalValue[]): JournalValue[] | null {
  const first = NUMBERED.exec(String(texts[0]));
  if (first === null) return null;
  const [whole, beginning = '', end = ''] = first;
  const digits = texts.every((text) => String(text).length === whole.length) ? end.length : 0;
  const numbers = texts.map((text) => Number(String(text).slice(beginning.length)));
  if (!texts.every((text, i) => text === numbered(beginning, digits, numbers[i]!))) return null;
  return [beginning, digits, ...deltas(numbers)];
}

/** A column as the log carries it, and its name there. */
export function packColumn(name: string, values: readonly JournalValue[]): [name: string, column: JournalColumn] {
  const [first] = values;
  if (values.every((value) => value === first)) return [name, first!];
  if (typeof first === 'string') {
    const texts = packNumbered(values);
    return texts === null ? [name, values] : [`#${name}`, texts];
  }
  if (name === 'key' || !values.every((value) => Number.isSafeInteger(value))) return [name, values];
  const differences = deltas(values as readonly number[]);
  return JSON.stringify(differences).length < JSON.stringify(values).length ? [`+${name}`, differences] : [name, values];
}

/** The values of a column for so many people, and its own name. */
export function unpackColumn(name: string, column: JournalColumn, people: number): [name: string, values: readonly JournalValue[]] {
  if (!Array.isArray(column)) return [name, new Array<JournalValue>(people).fill(column as JournalValue)];
  const values = column as readonly JournalValue[];
  if (name.startsWith('+')) return [name.slice(1), sums(values as readonly number[])];
  if (!name.startsWith('#')) return [name, values];
  const [beginning, digits, ...steps] = values as readonly [string, number, ...number[]];
  return [name.slice(1), sums(steps).map((n) => numbered(beginning, digits, n))];
}
