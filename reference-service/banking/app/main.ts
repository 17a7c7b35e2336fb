import { runApp } from '../../shared/app/run-app.ts';
import { bankingApp } from './banking-app.ts';

/** The app of this service as a process of its own. */
runApp(bankingApp);
