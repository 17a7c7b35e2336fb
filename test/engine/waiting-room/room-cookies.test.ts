import http from 'k6/http';
import { expect, it } from 'vitest';
import { createRoomCookies } from '../../../engine/waiting-room/room-cookies.ts';
import { serve } from '../../fakes/k6/http.ts';

const BASE = 'http://room.test';
const cookiesOf = (jar: ReturnType<ReturnType<typeof createRoomCookies>['jarOf']>): unknown => jar.cookiesForURL(BASE);

it('keeps the first cookies apart that polls bring to several people at once', async () => {
  let people = 0;
  serve(() => ({ status: 200, cookie: `seat=${++people}` }));
  const cookies = createRoomCookies();
  const rows = [0, 1, 2];
  const answers = await Promise.all(rows.map((row) => http.asyncRequest('GET', `${BASE}/poll`, null, { jar: cookies.jarOf(row) })));
  for (const row of rows) cookies.answered(row, answers[row]!, false);
  expect(rows.map((row) => cookiesOf(cookies.jarOf(row)))).toEqual([{ seat: ['1'] }, { seat: ['2'] }, { seat: ['3'] }]);
  // Somebody who asks later brings nobody else's.
  expect(cookiesOf(cookies.jarOf(3))).toEqual({});
});
