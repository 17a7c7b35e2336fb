import { scriptCause } from '../recording/script-error.ts';
import type { Host } from '../users/context.ts';
import type { Active, JourneyEnd } from './active.ts';
import { forEver } from './watched-promise.ts';

/** A person who is gone: the row is somebody else's. */
const LEFT: JourneyEnd = { how: 'gaveUp', cause: '' };
const LEFT_AT_THE_END: JourneyEnd = { how: 'finished', cause: '' };

/** What is kept of a person who has left. */
export const leftBy = ({ how }: JourneyEnd): JourneyEnd => (how === 'finished' ? LEFT_AT_THE_END : LEFT);

export const hasLeft = ({ ended }: Active): boolean => ended === LEFT || ended === LEFT_AT_THE_END;

/** What somebody asks for whose journey has ended; never resolves. */
export type AfterEnd = (user: Active, what: string) => Promise<never>;

/**
 * A function that a journey did not await goes on after its end. That is a mistake of the script, which costs this person alone; of somebody
 * who gave up it is none, because what ran beside cannot know. Neither must touch the row any more.
 */
export function createAfterEnd(host: Host): AfterEnd {
  return (user, what) => {
    if (!host.over && user.ended?.how === 'finished') {
      const cause = scriptCause(new Error(`${what}: must be awaited by its journey, which had ended`));
      if (user.ended !== LEFT_AT_THE_END) user.ended = { how: 'failed', cause };
      else {
        user.ended = LEFT;
        host.book.error(host.steps.entries[what]?.index ?? 0, { cause, owner: 'script' });
      }
    }
    return forEver;
  };
}
