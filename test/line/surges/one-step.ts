import { constant, defineSurge, type WaitingRoomDialect } from '../../../surgeproof.ts';

/** Who is refused at the door of the service waits in line once more, and then asks again. */
const REFUSED_ONCE = 'pass-refused';

/** A surge with a journey for each lane: through the line, and one request behind it. */
export const oneStepSurge = (lanes: readonly string[], waitingRoom?: WaitingRoomDialect) =>
  defineSurge({
    name: 'one-step',
    target: 'room',
    ...(waitingRoom === undefined ? {} : { waitingRoom }),
    steps: { door: { rare: true }, open: { rare: true } },
    lanes: Object.fromEntries(lanes.map((name) => [name, { cost: 1 }])),
    journeys: Object.fromEntries(
      lanes.map((lane) => [
        lane,
        {
          share: 1 / lanes.length,
          lane,
          async run(user) {
            if (lane === REFUSED_ONCE) {
              await user.get('door', '/app/door', { expect: [200, 403] });
              await user.waitInLine();
            }
            await user.get('open', '/app/open', { read: (answer) => answer.text('id') });
          },
        },
      ]),
    ),
    profiles: { run: { arrivals: [constant('50/s', { for: '4 s' })], even: true } },
  });
