import { FILES } from '../../../../scripts/run-folder/file-names.ts';
import { FAIL, INCONCLUSIVE, INVALID, PASS, REFUSED } from '../../expected.ts';
import { editData, edited, editJson, editLines } from '../../folder/edited.ts';
import type { Row } from '../../row.ts';

import { ending, gone, inSeconds, without } from './edits.ts';

/** How a run and its files end: health, ending, audit, manifest. */
export const endings: readonly Row[] = [
  {
    what: 'note 61: the health of the generator is missing',
    break: gone('generator'),
    expect: { ...INCONCLUSIVE, headline: '“CPU of the load generator” was not measured.' },
  },
  {
    what: 'note 62: no line has an event-loop lag',
    break: inSeconds((line) => without(line, 'loopLag')),
    expect: { ...INVALID, headline: '' },
  },
  { what: 'note 63: the audit is missing', break: gone('audit'), expect: { ...INCONCLUSIVE, headline: 'The audit was not done.' } },
  {
    what: 'note 64: killed in the middle: no ending, no audit, half a log',
    break: edited((files) => {
      editLines(files, (all) => all.slice(0, all.length / 2));
      files.delete(FILES.ending);
      files.delete(FILES.audit);
    }),
    expect: { ...INVALID, headline: 'Surgeproof was killed before the run was over' },
  },
  {
    what: 'note 65: killed between the end of k6 and its own',
    break: gone('ending', 'audit'),
    expect: { ...INCONCLUSIVE, headline: 'The audit was not done.' },
  },
  {
    what: 'note 66: killed, and the VUs heard the word to stop',
    break: edited((files) => {
      editData(files, 'end', (line) => ({ ...line, reason: 'stopped' }));
      files.delete(FILES.ending);
      files.delete(FILES.audit);
    }),
    expect: { ...INCONCLUSIVE, headline: 'The run was stopped after' },
  },
  {
    what: 'somebody stopped the run',
    break: ending({ interruption: 'signal', detail: 'Stopped.' }),
    expect: { ...INCONCLUSIVE, headline: 'The run was stopped after' },
  },
  {
    what: 'note 117: the disk was full',
    break: ending({ interruption: 'disk-full', detail: 'Full.' }),
    expect: { ...INCONCLUSIVE, headline: 'The disk was full after' },
  },
  {
    what: 'note 101: the target died in the run',
    break: ending({ interruption: 'target-died', detail: 'Dead.' }),
    expect: { ...FAIL, headline: 'The target stopped after' },
  },
  {
    what: 'note 114: k6 died in the run',
    break: ending({ interruption: 'generator-died', detail: 'Dead.' }),
    expect: { ...INVALID, headline: 'The load generator (k6) ended before' },
  },
  {
    what: 'another target answered after the run',
    break: ending({ targetIdentity: 'different' }),
    expect: { ...INVALID, headline: 'The target is not the one that the configuration names.' },
  },
  {
    what: 'note 110: the target could not say who it is after the run',
    break: ending({ targetIdentity: 'unknown' }),
    expect: { verdict: 'WARN', exit: 0, headline: 'Every budget was kept, but “Identity of the target” was not measured.' },
  },
  { what: 'a target that has no identity to show', break: ending({ targetIdentity: 'not-asked' }), expect: PASS, twin: true },
  {
    what: 'the audit could not be done',
    break: edited((files) => editJson(files, FILES.audit, (audit) => ({ ...audit, done: false, reason: 'Gone.', checks: [] }))),
    expect: { ...INCONCLUSIVE, headline: 'The audit was not done.' },
  },
  {
    what: 'the audit looked at nothing',
    break: edited((files) =>
      editJson(files, FILES.audit, (audit) => ({
        ...audit,
        checks: (audit.checks as object[]).map((check) => ({ ...check, examined: 0 })),
      })),
    ),
    expect: { ...INCONCLUSIVE, headline: 'The audit found nothing to examine for “Money conserved”.' },
  },
  { what: 'the manifest is missing', break: gone('manifest'), expect: { ...REFUSED, headline: 'run: must be a run folder' } },
  {
    what: 'the manifest is cut',
    break: edited((files) => void files.set(FILES.manifest, files.get(FILES.manifest)!.slice(0, 500))),
    expect: { ...REFUSED, headline: /manifest\.json cannot be read/ },
  },
  {
    what: 'the folder is of version 1',
    break: edited((files) => editJson(files, FILES.manifest, (manifest) => ({ ...manifest, version: 1 }))),
    expect: { ...REFUSED, headline: /version: must be \d/ },
  },
  {
    what: 'the audit file is of something else',
    break: edited((files) => void files.set(FILES.audit, '[]')),
    expect: { ...REFUSED, headline: /audit\.json cannot be read/ },
  },
  {
    what: 'note 107: hostile text in the causes of errors is cleaned',
    break: inSeconds((line) => ({ ...line, errors: [[3, '\u001b[31m<script>\u202e"\u0000', 'system', 1]] })),
    expect: { ...PASS, headline: /^[\x20-\x7e\u2000-\u201f]*$/ },
    twin: true,
  },
];
