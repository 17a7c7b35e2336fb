import { dirname, relative, resolve } from 'node:path';

interface Map {
  readonly sources: readonly string[];
}

/**
 * A source map as a comment at the end of a script. Sources are named as a person in the working folder names them, since k6 prints
 * these names in stack traces.
 */
export function inlineSourceMap(map: string, file: string): string {
  const parsed = JSON.parse(map) as Map;
  const sources = parsed.sources.map((source) => relative(process.cwd(), resolve(dirname(file), source)));
  const data = Buffer.from(JSON.stringify({ ...parsed, sources })).toString('base64');
  return `//# sourceMappingURL=data:application/json;base64,${data}\n`;
}
