import type { Host } from '../../users/context.ts';
import type { NativePolls } from '../native-module.ts';
import type { RoomCookies } from '../room-cookies.ts';
import type { RoomRequests } from '../room-requests.ts';

/** Hands the person on a row over to the poller in Go; false when it cannot hold them. */
export type HandOver = (row: number, at: number) => boolean;

export function createHandOver({ rows }: Host, polls: NativePolls, requests: RoomRequests, cookies: RoomCookies): HandOver {
  let headers: Record<string, string> | null = null;

  /** A function of the surge file that throws does so again when the wheel wakes the person, and ends them then. */
  function plainPoll(row: number): ReturnType<RoomRequests['plainPoll']> {
    try {
      return requests.plainPoll(row);
    } catch {
      return null;
    }
  }

  return (row, at) => {
    const poll = plainPoll(row);
    if (poll === null) return false;
    const isKnown = poll.headers === headers;
    headers = poll.headers;
    const key = rows.key[row]!;
    return polls.wait(row, poll.path, isKnown ? null : headers, key, at, rows.giveUpAt[row]!, rows.waiting[row]!, cookies.own(row));
  };
}
