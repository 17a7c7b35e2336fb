import { relative } from 'node:path';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { type InitOptions, readOptions, type TypedOptions } from '../init/options.ts';
import { surgeFileOf, type Wanted } from '../init/wanted.ts';
import { wantedFiles } from '../init/wanted-files.ts';
import { checkFolder, type WrittenFiles, writeFiles } from '../init/write-files.ts';
import { CONFIG_FILE } from '../surge-file/config/config-file.ts';
import type { Console } from '../terminal/console.ts';

/** The answers of a person where one is there to answer; null when that person leaves. */
async function answeredBy(console: Console, options: InitOptions, yes: boolean): Promise<InitOptions | null> {
  if (yes || options.openapi !== null) return options;
  if (console.live && process.stdin.isTTY === true) {
    const { askQuestions, onTerminal } = await import('../init/ask-questions.ts');
    return onTerminal((ask) => askQuestions(options, ask));
  }
  console.err('This is not a terminal, so that nothing is asked and the defaults hold, as with --yes.');
  return options;
}

/** What has to be done by hand before the surge can go to its target. */
function byHand({ listed }: Wanted, { kept }: WrittenFiles): string[] {
  if (listed === null) return [];
  const { name, url } = listed;
  return kept.includes(CONFIG_FILE)
    ? [`Add to targets in ${CONFIG_FILE}, which is left as it is: '${name}': { url: '${url}', addresses: ['<its IP address>'] }`]
    : [`Write the IP addresses of ${url} into ${CONFIG_FILE}: a run sends to no other.`];
}

/** The command that sends the surge, to be typed where this one was. */
function nextCommand(folder: string, surge: string): string {
  const inside = relative(process.cwd(), folder);
  const typed = /^[\w./-]*$/.test(inside) ? inside : `'${inside.replaceAll("'", "'\\''")}'`;
  return `${inside === '' ? '' : `cd ${typed} && `}npx surgeproof rehearse ./${surge}`;
}

/** `surgeproof init`: writes a surge, a configuration and a line of .gitignore into a folder; never over a file that is there. */
export async function init(typed: TypedOptions, console: Console): Promise<ExitCode> {
  const options = readOptions(typed);
  const surge = surgeFileOf(options.name);
  checkFolder(options.folder, surge);
  const answered = await answeredBy(console, options, typed.yes === true);
  if (answered === null) {
    console.err('Nothing was written.');
    return EXIT.interrupted;
  }
  const wanted = await wantedFiles(answered);
  const files = await writeFiles(answered.folder, wanted);
  const remarks = [...wanted.remarks, ...byHand(wanted, files)];
  const next = nextCommand(answered.folder, surge);
  console.out(`Written     ${files.written.join(', ')}`);
  if (files.kept.length > 0) console.out(`Left as is  ${files.kept.join(', ')}`);
  for (const remark of remarks) console.out(remark);
  console.out(`Next        ${next}`);
  console.document({ schema: 'surgeproof/init', version: 1, folder: answered.folder, ...files, remarks, next });
  return EXIT.ok;
}
