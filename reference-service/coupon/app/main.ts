import { runApp } from '../../shared/app/run-app.ts';
import { couponApp } from './coupon-app.ts';

/** The app of this service as a process of its own. */
runApp(couponApp);
