import { dirname } from 'node:path';
import { importsOf, type SourceFile } from './imports.ts';

const MOST_FILES = 12;
const MOST_LINES = 200;

/** Import cycles of files, each as the list of its files. Type imports count: a reader follows them like any other. */
export function fileCircles(files: readonly SourceFile[]): string[][] {
  const known = new Set(files.map((file) => file.path));
  const targets = (file: SourceFile): string[] =>
    importsOf(file)
      .map((found) => found.target)
      .filter((target) => known.has(target));
  return circlesOf(new Map(files.map((file) => [file.path, targets(file)])));
}

/**
 * Circles of folders that lie side by side, each as the list of its folders. A folder stands for everything below it. A folder's own files
 * may import from its subfolders, and its subfolders from them: `fileCircles` holds those in order.
 */
export function folderCircles(files: readonly SourceFile[]): string[][] {
  const known = new Set(files.map((file) => file.path));
  const edges = new Map<string, Set<string>>();
  for (const file of files)
    for (const found of importsOf(file)) {
      const pair = known.has(found.target) ? sideBySide(file.path, found.target) : null;
      if (pair) edges.set(pair[0], (edges.get(pair[0]) ?? new Set()).add(pair[1]));
    }
  return circlesOf(edges);
}

/** The two folders, side by side in one folder, that an import goes between; null within one, and between a folder and one inside it. */
function sideBySide(from: string, target: string): readonly [string, string] | null {
  const [a, b] = [from.split('/'), target.split('/')];
  let depth = 0;
  while (a[depth] === b[depth] && depth < a.length) depth++;
  const both = a.length > depth + 1 && b.length > depth + 1;
  return both ? [a.slice(0, depth + 1).join('/'), b.slice(0, depth + 1).join('/')] : null;
}

/** Every circle that a walk along the edges meets. */
function circlesOf(edges: ReadonlyMap<string, Iterable<string>>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (node: string, trail: readonly string[]): void => {
    const at = trail.indexOf(node);
    if (at >= 0) found.push(trail.slice(at));
    if (at >= 0 || done.has(node)) return;
    for (const next of edges.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of edges.keys()) visit(node, []);
  return found;
}

/** Folders with more source files side by side than a reader takes in at a glance; tests mirror the tree and are not counted. */
export function crowdedFolders(files: readonly SourceFile[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of files)
    if (!path.startsWith('test/') && path.includes('/')) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `${folder}: must hold at most ${MOST_FILES} source files side by side, got ${count}; make subfolders.`);
}

/** Files that are longer than one concept needs. */
export function longFiles(files: readonly SourceFile[]): string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path}: must have at most ${MOST_LINES} lines, got ${lines}; split it by concept.`);
}
