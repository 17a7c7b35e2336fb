import { withoutSum, withSum } from '../../../models/workload/log/seal.ts';
import { FILES } from '../../../scripts/run-folder/file-names.ts';
import { lineDigest } from '../../../scripts/run-folder/line-digest.ts';
import { PASS } from '../expected.ts';
import { edited, editJson, editLines, type LooseLine } from '../folder/edited.ts';
import type { RunFiles } from '../folder/run-files.ts';
import type { Row } from '../row.ts';

/** Puts a text behind every occurrence of a name, in the manifest and in the log, as JSON. */
function renamed(files: RunFiles, from: string, to: string): void {
  const replaced = (text: string): string => text.replaceAll(JSON.stringify(from), JSON.stringify(to));
  files.set(FILES.manifest, replaced(files.get(FILES.manifest)!));
  editLines(files, (lines) => lines.map((line) => withSum(replaced(withoutSum(line)), lineDigest)));
}

/** Changes the surge or the profile of the manifest. */
const configured = (files: RunFiles, part: 'surge' | 'profile', change: (value: LooseLine) => LooseLine): void =>
  editJson(files, FILES.manifest, (manifest) => {
    const configuration = manifest.configuration as Record<string, LooseLine>;
    return { ...manifest, configuration: { ...configuration, [part]: change(configuration[part]!) } };
  });

const identity = (targetIdentity: string) => edited((files) => editJson(files, FILES.ending, (ending) => ({ ...ending, targetIdentity })));

/** What a kill with SIGKILL leaves: neither ending nor audit, and as much of the log as was written. */
const killed = (files: RunFiles): void => {
  files.delete(FILES.ending);
  files.delete(FILES.audit);
};

/** Load beside the allow-list, hostile folders, and what a killed surgeproof leaves behind. */
export const guard: readonly Row[] = [
  {
    what: 'guard: surgeproof is killed in the middle',
    break: edited((files) => {
      killed(files);
      editLines(files, (lines) => lines.slice(0, Math.floor(lines.length / 2)));
    }),
    expect: { verdict: 'INVALID', exit: 5, headline: 'Surgeproof was killed before the run was over.' },
  },
  {
    what: 'guard: surgeproof is killed before the first line of the log',
    break: edited((files) => {
      killed(files);
      files.set(FILES.measurements, '');
    }),
    expect: { verdict: 'INVALID', exit: 5, headline: 'Surgeproof was killed before the run was over.' },
  },
  {
    what: 'guard: surgeproof is killed after the end of k6, before the audit',
    break: edited(killed),
    expect: { verdict: 'INCONCLUSIVE', exit: 4, headline: 'The audit was not done.' },
  },
  {
    what: 'guard: k6 is killed, and surgeproof sees it',
    break: edited((files) => {
      editLines(files, (lines) => lines.slice(0, Math.floor(lines.length / 2)));
      editJson(files, FILES.ending, (ending) => ({ ...ending, interruption: 'generator-died' }));
    }),
    expect: { verdict: 'INVALID', exit: 5, headline: 'The load generator (k6) ended before the run was over.' },
  },
  {
    what: 'guard: another target answers after the run',
    break: identity('different'),
    expect: { verdict: 'INVALID', exit: 5, headline: 'The target is not the one that the configuration names.' },
  },
  {
    what: 'guard: no address says who it is after the run',
    break: identity('unknown'),
    expect: { verdict: 'WARN', exit: 0, headline: /“Identity of the target” was not measured/ },
  },
  { what: 'guard: the same target answers after the run', break: identity('confirmed'), expect: PASS, twin: true },
  { what: 'guard: a target that has no identity to show', break: identity('not-asked'), expect: PASS, twin: true },
  {
    what: 'guard: a manifest with a million steps',
    break: edited((files) =>
      configured(files, 'surge', (surge) => ({ ...surge, steps: Array.from({ length: 60_000 }, (_, i) => ({ ...step, name: `s${i}` })) })),
    ),
    expect: { verdict: 'refused', exit: 2, headline: /configuration\.surge\.steps: must be at most 256, got 60000/ },
  },
  {
    what: 'guard: a manifest of more bytes than any run has',
    break: edited((files) => files.set(FILES.manifest, `${' '.repeat(33_554_432)}${files.get(FILES.manifest)}`)),
    expect: { verdict: 'refused', exit: 2, headline: /must have at most 33554432 bytes/ },
  },
  {
    what: 'guard: an audit nested a hundred thousand deep',
    break: edited((files) => files.set(FILES.audit, `${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
    expect: { verdict: 'refused', exit: 2, headline: /must not be nested so deep/ },
  },
  {
    what: 'guard: a run of a billion hosts',
    break: edited((files) => configured(files, 'profile', (profile) => ({ ...profile, hosts: 1e9 }))),
    expect: { verdict: 'refused', exit: 2, headline: /profile\.hosts: must be at most 10000, got 1000000000/ },
  },
  {
    what: 'guard: a run of thirty thousand years',
    break: edited((files) => configured(files, 'profile', (profile) => ({ ...profile, arrivalSeconds: 1e12 }))),
    expect: { verdict: 'refused', exit: 2, headline: /must be at most 172800, got/ },
  },
  {
    what: 'guard: a NUL in the name of a step',
    break: edited((files) => renamed(files, 'pay', 'p\u0000ay')),
    expect: PASS,
    twin: true,
  },
  {
    what: 'guard: escape sequences in the name of a lane',
    break: edited((files) => renamed(files, 'payment', '\u001b[2J\u001b[31mpayment\u0007')),
    expect: PASS,
    twin: true,
  },
  {
    what: 'guard: a step named as the prototype of objects',
    break: edited((files) => renamed(files, 'pay', '__proto__')),
    expect: PASS,
    twin: true,
  },
  {
    what: 'guard: a step named as a method of objects',
    break: edited((files) => renamed(files, 'pay', 'constructor')),
    expect: PASS,
    twin: true,
  },
  {
    what: 'guard: marks that turn the direction of writing in every title',
    break: edited((files) => files.set(FILES.manifest, files.get(FILES.manifest)!.replaceAll('"title":"', '"title":"\\u202e\u2066\u200f'))),
    expect: PASS,
    twin: true,
  },
];

const step = { title: 'x', room: false, rare: false, tags: {} };
