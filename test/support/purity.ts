import { codeOf, type SourceFile } from './imports.ts';

const IMPURE = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bTemporal\.Now\b/;
const WRITES = /\b(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|mkdir|rename|rm|unlink)\b\s*\(/;

/** Sentences about a clock or unseeded randomness in pure folders, and about writing of files in reports. */
export function impurities(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (/^(models\/|surgeproof\.ts$|k6\.config\.ts$)/.test(file.path) && IMPURE.test(codeOf(file)))
      return [`${file.path}: models are pure: pass the clock or the generator in.`];
    if (file.path.startsWith('reports/') && WRITES.test(codeOf(file)))
      return [`${file.path}: reports return bytes: write them in scripts/.`];
    return [];
  });
}
