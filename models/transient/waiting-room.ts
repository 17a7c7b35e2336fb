import { mustBe } from '../numeric/must-be.ts';

/**
 * Admissions per unit of time that keep a number of people inside, by Little's law.
 * Used to set the knob of a waiting room from what the site can hold.
 *
 *   ν = A/(t + h)
 *
 *   A  people allowed inside   t  mean time of the task   h  mean time a place stays taken afterwards (0 when it is given back at once)
 *
 * Valid for: the long run, any distribution of the times. 1,800 people, 4 minutes and 5 minutes of session expiry let 200 a minute in; with
 * the session given back, 450.
 * @example waitingRoomAdmissions({ occupancy: 1800, taskTime: 4, holdTime: 5 }) // => 200
 */
export function waitingRoomAdmissions({
  occupancy,
  taskTime,
  holdTime,
}: {
  occupancy: number;
  taskTime: number;
  holdTime: number;
}): number {
  mustBe.positive('occupancy', occupancy);
  mustBe.positive('taskTime', taskTime);
  mustBe.nonNegative('holdTime', holdTime);
  return occupancy / (taskTime + holdTime);
}
