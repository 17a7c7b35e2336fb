import { FILES } from '../../../../scripts/run-folder/file-names.ts';
import { INCONCLUSIVE, INVALID, PASS } from '../../expected.ts';
import { cleanFiles, editData, edited, editJson, type LooseLine } from '../../folder/edited.ts';
import { judgeFiles } from '../../folder/judge-files.ts';
import { fitGenerator, type RunFiles } from '../../folder/run-files.ts';
import type { Row } from '../../row.ts';
import { type Broken, virtual, virtualFiles } from '../../virtual/virtual.ts';

const OTHER = { ...INVALID, headline: 'The measurement log is not that of the run in the manifest' };

/** The log of a run beside the manifest of a clean one. */
const withCleanManifest = (broken: Broken) => async () => {
  const files = await virtualFiles(broken);
  files.set(FILES.manifest, (await cleanFiles(broken.surge)).get(FILES.manifest)!);
  return judgeFiles(files);
};
const inHead = (change: (head: LooseLine) => LooseLine) => edited((files) => editData(files, 'head', change));
const inProfile = (files: RunFiles, change: LooseLine): void =>
  editJson(files, FILES.manifest, (manifest) => {
    const configuration = manifest.configuration as Record<string, LooseLine>;
    return { ...manifest, configuration: { ...configuration, profile: { ...configuration.profile, ...change } } };
  });

/** The same names with the first and the second exchanged. */
const exchanged = (names: unknown): unknown => {
  const [first, second, ...rest] = names as unknown[];
  return [second, first, ...rest];
};

/** One of two VUs writes its lines and lets nobody in; the other is the whole of a run with half of the people. */
const idleVu = async () => {
  const files = await virtualFiles({ profile: { arrivals: { shape: 'constant', rate: 20 } } });
  inProfile(files, { hosts: 2, arrivals: { shape: 'constant', rate: 40 } });
  const idle = new Map(files);
  for (const kind of ['head', 'second', 'end'] as const) editData(idle, kind, emptied);
  files.set(FILES.measurements, files.get(FILES.measurements)! + idle.get(FILES.measurements)!);
  return judgeFiles(files);
};

const NOBODY = { arrived: 0, finished: 0, gaveUp: 0, failed: 0, inLine: 0, active: 0 };
const NOTHING = { requests: 0, admissions: 0, unadmitted: 0, journal: 0 };

/** The line of a second VU in which nothing happened. */
function emptied({ surgeproof, second, loopLag, run, seq, ...line }: LooseLine): LooseLine {
  if (surgeproof === 'head') return { surgeproof, ...line, vu: 2, run, seq };
  if (surgeproof === 'end') return { surgeproof, vu: 2, second, users: NOBODY, booked: NOTHING, reason: 'complete', run, seq };
  return { surgeproof, vu: 2, second, scheduled: 0, started: 0, ...(loopLag ? { loopLag } : {}), users: NOBODY, samples: [], run, seq };
}

const health = (seconds: (clean: ReturnType<typeof fitGenerator>) => ReturnType<typeof fitGenerator>) =>
  virtual({ generator: seconds(fitGenerator(14)) });

/** Each line alone is whole, and they are not of this run, or the run is not the one that was planned. */
export const otherLogs: readonly Row[] = [
  {
    what: 'second 20: the log of a run with another seed beside the manifest of this one',
    break: withCleanManifest({ seed: 2 }),
    expect: OTHER,
  },
  {
    what: 'second 20: the log of a launch beside the manifest of a smoke run',
    break: async () => {
      const files = await cleanFiles('launch');
      files.set(FILES.manifest, (await cleanFiles()).get(FILES.manifest)!);
      return judgeFiles(files);
    },
    expect: { ...INVALID, headline: '' },
  },
  {
    what: 'second 20: the log of the same seed, played again, beside the manifest of this run',
    break: withCleanManifest({}),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 21: the head line calls the judged phase a warm-up',
    break: inHead((head) => ({
      ...head,
      phases: (head.phases as LooseLine[]).map((phase) => ({ ...phase, judged: phase.name === 'warm-up' })),
    })),
    expect: OTHER,
  },
  {
    what: 'second 21: the head line names two outcomes in another order: what failed was well',
    break: inHead((head) => ({ ...head, outcomes: exchanged(head.outcomes) })),
    expect: { ...INVALID, headline: '' },
  },
  {
    what: 'second 21: the head line names two steps in another order',
    break: inHead((head) => ({ ...head, steps: exchanged(head.steps) })),
    expect: { ...INVALID, headline: '' },
  },
  {
    what: 'second 22: half of the people of the profile came, and the log agrees with itself',
    break: withCleanManifest({ profile: { arrivals: { shape: 'constant', rate: 20 } } }),
    expect: { ...INVALID, headline: /^200 arrivals in the log are 200 more or fewer than the profile has/ },
  },
  {
    what: 'second 22: arrivals end two seconds early',
    break: withCleanManifest({ profile: { arrivalSeconds: 8 } }),
    expect: { ...INVALID, headline: /^320 arrivals in the log are 80 more or fewer than the profile has/ },
  },
  {
    what: 'second 22: one of two VUs lets nobody in',
    break: idleVu,
    expect: { ...INVALID, headline: /^200 arrivals in the log are 200 more or fewer/ },
  },
  {
    what: 'second 22: people come by chance, not evenly, so that a few more or fewer come than planned',
    break: virtual({ surge: 'launch', seed: 11 }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 23: k6 used every core, and was looked at for minutes after the run, when it did nothing',
    break: health((clean) => [...clean.map((line) => ({ ...line, cpu: 1.95 })), ...fitGenerator(400).slice(100)]),
    expect: { ...INVALID, headline: 'The load generator used' },
  },
  {
    what: 'second 23: k6 was looked at twenty times in one second, and never again',
    break: health((clean) => new Array<(typeof clean)[0]>(20).fill(clean[3]!)),
    expect: { ...INCONCLUSIVE, headline: '“CPU of the load generator” was not measured.' },
  },
  {
    what: 'second 23: k6 was looked at twice in each second, and for a while after the run',
    break: health((clean) => [...clean, ...clean, ...fitGenerator(60).slice(20)]),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 24: the clock runs slow by a fifth of a second in each',
    break: virtual({ surge: 'launch', at: everySecond(-200) }),
    expect: { ...INVALID, headline: 'The clock of this machine jumped by' },
  },
  {
    what: 'second 24: the clock runs slow by two milliseconds in each second',
    break: virtual({ surge: 'launch', at: everySecond(-2) }),
    expect: PASS,
    twin: true,
  },
];

function everySecond(ms: number): NonNullable<Broken['at']> {
  return Object.fromEntries(Array.from({ length: 30 }, (_, second) => [second + 1, (clock: { jump(ms: number): void }) => clock.jump(ms)]));
}
