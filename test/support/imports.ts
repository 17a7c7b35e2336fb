import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A source file by its path from the project's root, with its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One import or re-export as written. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** A path from the project's root for relative specifiers, the specifier itself otherwise. */
  readonly target: string;
  readonly typeOnly: boolean;
  readonly reExport: boolean;
}

const STATEMENT = /(?:^|\n)\s*(import|export)(\s+type)?\s+([\w$*\s{},]+?)\s+from\s+['"]([^'"\n]+)['"]/g;
const SIDE_EFFECT = /(?:^|\n)\s*import\s+['"]([^'"\n]+)['"]/g;
const DYNAMIC = /\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?['"]([^'"\n]+)['"]/g;

const resolve = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier)) : specifier;

/** The text of a file without its comments. */
export const codeOf = ({ text }: SourceFile): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');

/** Every import of a file: static, type-only, re-exports and dynamic ones with a literal name. */
export function importsOf(file: SourceFile): Import[] {
  const text = codeOf(file);
  const entry = (specifier: string, typeOnly: boolean, reExport: boolean): Import => ({
    from: file.path,
    specifier,
    target: resolve(file.path, specifier),
    typeOnly,
    reExport,
  });
  const onlyTypes = (names: string): boolean => /^\{(\s*type\s+\w+(\s+as\s+\w+)?\s*,?)+\s*\}$/.test(names);
  const named = [...text.matchAll(STATEMENT)].map(([, keyword, type, names, specifier]) =>
    entry(specifier!, type !== undefined || onlyTypes(names!), keyword === 'export'),
  );
  const plain = [...text.matchAll(SIDE_EFFECT), ...text.matchAll(DYNAMIC)].map(([, specifier]) => entry(specifier!, false, false));
  return [...named, ...plain];
}

/** The project's own TypeScript, as git sees it: tracked and new files, not ignored ones. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', '*.ts'], { encoding: 'utf8' });
  const paths = [...new Set(listed.split('\n'))].filter((name) => name && !name.startsWith('vendor/') && !name.includes('fixtures/'));
  return paths.flatMap((name) => {
    try {
      return [{ path: name, text: readFileSync(name, 'utf8') }];
    } catch {
      return []; // deleted in the working tree, not yet in the index
    }
  });
}
