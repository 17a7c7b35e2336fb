const CUSTOM = 'custom';

/**
 * Name of a profile that flags have changed: nobody may take its results for those of the profile in the file.
 *
 * @example customProfile('lab') // => 'custom (from lab)'
 */
export function customProfile(name: string): string {
  return name.startsWith(CUSTOM) ? name : `${CUSTOM} (from ${name})`;
}
