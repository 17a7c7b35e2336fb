/** The files of a run folder. */
export const FILES = {
  /** Whose run it is; gone when the run is over. */
  owner: 'owner.txt',
  manifest: 'manifest.json',
  measurements: 'measurements.ndjson',
  generator: 'generator.ndjson',
  log: 'k6.log',
  targetLog: 'target.log',
  ending: 'ending.json',
  faults: 'faults.json',
  audit: 'audit.json',
  run: 'run.json',
  verdict: 'verdict.json',
  html: 'report.html',
  markdown: 'report.md',
  charts: 'charts',
} as const;
