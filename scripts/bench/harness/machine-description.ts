import { cpus, loadavg, release, totalmem, type } from 'node:os';

const GIB = 2 ** 30;

/** What the figures of a table depend on, as a list in Markdown; the load is that of other programs, just before the first bench. */
export function describeMachine(k6Version: string, now: Date): string {
  const cores = cpus();
  const others = loadavg()[0] ?? 0;
  return [
    `- CPU: ${cores[0]?.model.trim() ?? 'unknown'}, ${cores.length} cores`,
    `- Memory: ${(totalmem() / GIB).toFixed(1)} GiB`,
    `- Kernel: ${type()} ${release()}`,
    `- Node ${process.versions.node}, k6 ${k6Version}`,
    `- ${now.toISOString().slice(0, 10)}; load average before the first bench ${others.toFixed(1)}`,
  ].join('\n');
}
