import { hostUsers } from '../../engine/host-users.ts';
import { settings } from '../../engine/settings/env.ts';
import { k6Options } from '../../engine/settings/k6-options.ts';
import { qrPayment } from './journeys/qr-payment.ts';
import { registerCard } from './journeys/register-card.ts';
import { onnuriLaunch } from './launch-surge.ts';

export const options = k6Options(onnuriLaunch, settings, Date.now());

/** The launch of the merged voucher app: k6 calls this once a VU. */
export default hostUsers(onnuriLaunch, { 'register-card': registerCard, 'qr-payment': qrPayment });
