import type { Person, User } from '../../surgeproof.ts';
import type { IdentityStep } from './steps.ts';

/** A person who has to prove who they are. */
export type Caller = User<IdentityStep, Person>;
