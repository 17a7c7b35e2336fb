import { describe, expect, it } from 'vitest';
import { pollRate } from '../../../models/transient/poll-rate.ts';
import { waitingRoomAdmissions } from '../../../models/transient/waiting-room.ts';

describe('waiting room', () => {
  // Reference note, section 4.5: 4 min task + 5 min hold at 1,800 places.
  it('admits 200 a minute with five minutes of hold, 450 with the session given back', () => {
    expect(waitingRoomAdmissions({ occupancy: 1800, taskTime: 4, holdTime: 5 })).toBe(200);
    expect(waitingRoomAdmissions({ occupancy: 1800, taskTime: 4, holdTime: 0 })).toBe(450);
  });
  it('is polled 2,000 times a second by 40,000 people every 20 s', () => expect(pollRate({ users: 40_000, interval: 20 })).toBe(2000));
});
