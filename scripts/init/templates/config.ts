import { field, key, quoted } from './code.ts';
import { rateText } from './profiles.ts';

/** A target away from this machine that a surge goes to. */
export interface ConfigTarget {
  readonly name: string;
  readonly url: string;
  /** Arrivals per second. */
  readonly peak: number;
}

const EXAMPLE = `// staging: {
    //   url: 'https://shop.staging.example.com',
    //   addresses: ['10.20.0.7'],
    //   maximumArrivalRate: '100/s',
    // },`;

const targetText = ({ name, url, peak }: ConfigTarget): string => `${key(name)}: {
      ${field('url', quoted(url), 6)}
      addresses: [], // its IP addresses, such as '10.20.0.7'; until they stand here, nothing is sent
      maximumArrivalRate: '${rateText(peak)}',
    },`;

/** `k6.config.ts` of a new folder. */
export function configText(target: ConfigTarget | null): string {
  return `import { defineConfig } from 'surgeproof';

/** Where surges of this folder may go besides this machine, and what holds where they say nothing. */
export default defineConfig({
  // A surge names a target: target: '${target?.name ?? 'staging'}'. A run sends to the addresses listed here and to no other, at no higher rate.
  targets: {
    ${target === null ? EXAMPLE : targetText(target)}
  },
  // defaults: { budget: { p95: '800 ms', errors: '0.5 %' } },
});
`;
}
