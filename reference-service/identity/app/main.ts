import { runApp } from '../../shared/app/run-app.ts';
import { identityApp } from './identity-app.ts';

/** The app of this service as a process of its own. */
runApp(identityApp);
