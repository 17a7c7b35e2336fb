const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks of a zone show at an instant, read as if it were UTC. */
function shownAt(instant: number, zone: string): number {
  const two = '2-digit';
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric' },
      ...{ month: two, day: two, hour: two, minute: two, second: two },
    });
  formats.set(zone, format);
  const of = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return Date.parse(`${of.year}-${of.month}-${of.day}T${of.hour}:${of.minute}:${of.second}Z`);
}

/**
 * Unix milliseconds of a local time; of an hour that clocks show twice or skip, one near it.
 *
 * @param time `YYYY-MM-DDTHH:MM`
 * @example instantOf('2027-03-02T00:00', 'Asia/Seoul') // => 1803913200000
 */
export function instantOf(time: string, zone: string): number {
  const shown = Date.parse(`${time}:00Z`);
  const about = 2 * shown - shownAt(shown, zone);
  return about + shown - shownAt(about, zone);
}
