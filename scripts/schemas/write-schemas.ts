import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../project/project-folder.ts';
import { publishedSchemas } from './published.ts';

const folder = join(PROJECT_FOLDER, 'docs', 'reference', 'schemas');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(publishedSchemas())) writeFileSync(join(folder, name), text);
