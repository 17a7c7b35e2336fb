import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../project/project-folder.ts';
import { profilesText } from './profiles.ts';

/** Lies beside the built-in surges of a service that surgeproof starts: a surge that a newcomer can run as it is. */
const TEMPLATE = 'first-surge.ts.txt';

function template(): string {
  const scenarios = join(PROJECT_FOLDER, 'scenarios');
  const found = readdirSync(scenarios, { recursive: true, encoding: 'utf8' }).find((file) => file.endsWith(TEMPLATE));
  return readFileSync(join(scenarios, found ?? TEMPLATE), 'utf8');
}

/** A surge for a small service that surgeproof starts: it runs before there is a service of one's own. */
export function serviceSurge(name: string, peak: number): string {
  return template().replace('{{name}}', name).replace('{{profiles}}', profilesText(peak));
}
