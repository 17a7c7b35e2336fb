import { createHash } from 'node:crypto';
import { type Html, html, trusted } from '../format/html.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A page in one file: scripts and styles are allowed by their hash only. `body` is safe markup. */
export function pageHtml(title: string, body: Html, style: string, script: string): string {
  const policy = `default-src 'none'; img-src data:; font-src data:; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | surgeproof</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
<script>${trusted(script)}</script>
</body>
</html>
`.markup
  }`;
}
