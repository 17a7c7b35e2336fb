import { runApp } from '../../shared/app/run-app.ts';
import { cheongyakApp } from './cheongyak-app.ts';

/** The app of this service as a process of its own. */
runApp(cheongyakApp);
