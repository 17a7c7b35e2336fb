import type { ConfigTarget } from './templates/config.ts';

/** The files to be written, and what a person has to know about them. */
export interface Wanted {
  readonly surge: { readonly name: string; readonly text: string };
  readonly config: string;
  /** A target that must be in k6.config.ts. */
  readonly listed: ConfigTarget | null;
  /** Sentences for the person. */
  readonly remarks: readonly string[];
}

export const surgeFileOf = (name: string): string => `${name}.surge.ts`;
