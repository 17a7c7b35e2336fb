import { shellCommand } from '../format/shell-command.ts';

/** Stands where the reader's own surge file belongs. */
const SURGE = './your.surge.ts';

/**
 * What to type to rehearse a forecast.
 *
 * @param event null where the forecast has no other
 * @example rehearseCommand('forecast.json', 'p95', 'a; b') // => "npx surgeproof rehearse ./your.surge.ts --forecast forecast.json --quantile p95 --event 'a; b'"
 */
export function rehearseCommand(file: string, quantile: string, event: string | null): string {
  const of = event === null ? [] : ['--event', event];
  return shellCommand(['npx', 'surgeproof', 'rehearse', SURGE, '--forecast', file, '--quantile', quantile, ...of]);
}
