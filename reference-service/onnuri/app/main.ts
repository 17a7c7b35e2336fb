import { runApp } from '../../shared/app/run-app.ts';
import { onnuriApp } from './onnuri-app.ts';

/** The app of this service as a process of its own. */
runApp(onnuriApp);
