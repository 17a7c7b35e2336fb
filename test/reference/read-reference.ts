import { readFileSync } from 'node:fs';

/** Rows of `test/reference/<name>/values.json`. */
export function readReference<Row>(name: string): readonly Row[] {
  return JSON.parse(readFileSync(new URL(`./${name}/values.json`, import.meta.url), 'utf8')) as readonly Row[];
}
