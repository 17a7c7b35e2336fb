import { expect, it } from 'vitest';
import { databaseUrlProblem } from '../../../../reference-service/shared/postgres/database-url.ts';

it.each(['postgres://me:hush@127.0.0.1/db', 'postgresql://localhost:5433/db?sslmode=disable', 'postgres://me@[::1]:5432/db'])(
  'takes a database on this machine: %s',
  (url) => expect(databaseUrlProblem(url)).toBeNull(),
);

it.each([
  ['postgres://me:hush@db.example.com/db', 'db.example.com'],
  ['postgres://me:hush@10.0.0.1/db', '10.0.0.1'],
  ['postgres://me:hush@127.0.0.1.example.com/db', '127.0.0.1.example.com'],
  ['postgres:///db', 'no host'],
  ['postgres://me:hush@127.0.0.1/db?host=db.example.com', 'db.example.com'],
  ['postgres://me:hush@127.0.0.1/db?host=/run/postgresql', '/run/postgresql'],
])('refuses %s in a sentence without the password', (url, host) => {
  expect(databaseUrlProblem(url)).toBe(
    `databaseUrl: must name a host on this machine (127.0.0.1, ::1 or localhost), got ${host}; start one here, or unset DATABASE_URL so that surgeproof starts its own`,
  );
});

it.each(['mysql://x', 'hello', ''])('refuses what is no address of a PostgreSQL: "%s"', (url) => {
  expect(databaseUrlProblem(url)).toMatch(/^databaseUrl: must begin with postgres:\/\/ or postgresql:\/\//);
});
