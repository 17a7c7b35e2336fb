import { hostUsers } from '../../engine/host-users.ts';
import { settings } from '../../engine/settings/env.ts';
import { k6Options } from '../../engine/settings/k6-options.ts';
import { qrPayment } from './journeys/qr-payment.ts';
import { registerCard } from './journeys/register-card.ts';
import { smoke } from './smoke-surge.ts';

export const options = k6Options(smoke, settings, Date.now());

/** A few people use every part of the service once: k6 calls this once a VU. */
export default hostUsers(smoke, { 'register-card': registerCard, 'qr-payment': qrPayment });
