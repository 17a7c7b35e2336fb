import { runApp } from '../../shared/app/run-app.ts';
import { boardApp } from './board-app.ts';

/** The app of the board as a process of its own. */
runApp(boardApp);
