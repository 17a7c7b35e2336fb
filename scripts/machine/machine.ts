import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { promisify } from 'node:util';

/** What of this machine limits a run; null where the system does not tell. */
export interface Machine {
  readonly platform: string;
  readonly cores: number;
  readonly memoryMiB: number;
  /** Memory that can be used now without swapping. */
  readonly availableMiB: number;
  /** Open files one process may have. */
  readonly openFiles: number | null;
  /** Local ports for outgoing connections to one address. */
  readonly ephemeralPorts: number | null;
}

const MIB = 1_048_576;

/** macOS reports unused pages, and keeps those few; about half of the memory can be had. */
const USABLE_ON_DARWIN = 0.5;

async function output(program: string, ...parameters: string[]): Promise<string> {
  return promisify(execFile)(program, parameters).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
}

/** Node raises its own limit to what the system allows; a shell that it starts inherits that, as k6 does. */
async function openFiles(): Promise<number | null> {
  const limit = await output('sh', '-c', 'ulimit -n');
  if (limit === 'unlimited') return Number.MAX_SAFE_INTEGER;
  return Number(limit) || null;
}

async function ephemeralPorts(platform: string): Promise<number | null> {
  const range =
    platform === 'darwin'
      ? await output('sysctl', '-n', 'net.inet.ip.portrange.first', 'net.inet.ip.portrange.last')
      : await readFile('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').catch(() => '');
  const [first, last] = range.trim().split(/\s+/).map(Number);
  return first && last ? last - first + 1 : null;
}

/** Looks at the machine; takes a few milliseconds. */
export async function inspectMachine(): Promise<Machine> {
  const { platform } = process;
  const memory = totalmem();
  const available = platform === 'darwin' ? memory * USABLE_ON_DARWIN : process.availableMemory();
  return {
    platform,
    cores: availableParallelism(),
    memoryMiB: Math.round(memory / MIB),
    availableMiB: Math.round(Math.min(available, memory) / MIB),
    openFiles: await openFiles(),
    ephemeralPorts: await ephemeralPorts(platform),
  };
}
