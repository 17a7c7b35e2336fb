import { examineEach, groupBy, sayInstant } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-A4: a certificate or code that is revoked, expired, used up or not known is never accepted. */
export const badCredentialRefused = invariant({
  says: 'revoked, expired, used or unknown credentials are never accepted',
  needs: { credential: ['credential', 'badFrom', 'uses'], use: ['credential', 'at', 'status'] },
  options: {},
  check: ({ records }) => {
    const known = new Map(records.credential.map((one) => [one.credential, one]));
    const accepted = groupBy(
      records.use.filter(({ status }) => status === 'accepted'),
      ({ credential }) => credential,
    );
    return examineEach(accepted, ([name, uses]) => {
      const credential = known.get(name);
      if (credential === undefined) return `credential ${name}: accepted, and not known`;
      const { badFrom, uses: most } = credential;
      const late = badFrom === null ? undefined : uses.find(({ at }) => at >= badFrom);
      if (late !== undefined) return `credential ${name}: accepted at ${sayInstant(late.at)}, bad since ${sayInstant(badFrom!)}`;
      return most === null || uses.length <= most ? null : `credential ${name}: accepted ${uses.length} times, good for ${most}`;
    });
  },
});
