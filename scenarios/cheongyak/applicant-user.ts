import type { Applicant } from '../../models/people/applicant.ts';
import type { User } from '../../surgeproof.ts';
import type { CheongyakStep } from './steps.ts';

/** A person at the website of the subscription. */
export type ApplicantUser = User<CheongyakStep, Applicant>;
