import { onnuriLaunch } from '../models/workload/surges/onnuri-launch.ts';
import { qrPayment } from './journeys/qr-payment.ts';
import { registerCard } from './journeys/register-card.ts';
import { settings } from './support/env.ts';
import { hostUsers } from './support/host-users.ts';
import { k6Options } from './support/k6-options.ts';

export const options = k6Options(onnuriLaunch, settings, Date.now());

/** The launch of the merged voucher app: k6 calls this once a VU. */
export default hostUsers(onnuriLaunch, { 'register-card': registerCard, 'qr-payment': qrPayment });
