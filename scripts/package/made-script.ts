import { pageScript } from '../../reports/html/script.ts';

/** The file that makes the script of a page, replaced by that script. */
export const madeScript = (): Readonly<Record<string, string>> => ({
  'reports/html/script.ts': `export const pageScript = () => ${JSON.stringify(pageScript())};`,
});
