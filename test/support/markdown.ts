import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A fenced code block of a document. */
export interface CodeBlock {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** Markdown files of the project as git sees them: tracked and new ones. */
export function markdownFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', '*.md'], { encoding: 'utf8' });
  return [...new Set(listed.split('\n'))].filter((name) => name && !name.startsWith('test/'));
}

/** The fenced blocks of one file, in order. */
export function codeBlocks(file: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { line: number; language: string; lines: string[] } | null = null;
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    const fence = /^\s*```(\S*)/.exec(line);
    if (fence && open === null) open = { line: index + 1, language: fence[1]!, lines: [] };
    else if (fence && open) {
      blocks.push({ file, line: open.line, language: open.language, text: open.lines.join('\n') });
      open = null;
    } else open?.lines.push(line);
  }
  return blocks;
}

/** Targets of relative links and images, without their anchors. */
export function relativeLinks(file: string): { readonly target: string; readonly anchor: string | null }[] {
  const text = readFileSync(file, 'utf8').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => ({ target: link.split('#')[0]!, anchor: link.includes('#') ? link.slice(link.indexOf('#') + 1) : null }));
}

/** Anchors of the headings of one file, as GitHub makes them. */
export function anchorsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/```[\s\S]*?```/g, '');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
