import { smoke } from '../models/workload/surges/smoke.ts';
import { qrPayment } from './journeys/qr-payment.ts';
import { registerCard } from './journeys/register-card.ts';
import { settings } from './support/env.ts';
import { hostUsers } from './support/host-users.ts';
import { k6Options } from './support/k6-options.ts';

export const options = k6Options(smoke, settings, Date.now());

/** A few people use every part of the service once: k6 calls this once a VU. */
export default hostUsers(smoke, { 'register-card': registerCard, 'qr-payment': qrPayment });
