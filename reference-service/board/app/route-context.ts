import type { AppConfig } from '../../shared/app/app-config.ts';
import type { Fleet } from '../../shared/simulation/fleet.ts';
import type { NoticeStore } from '../notices/notice-store.ts';

/** What the routes of the board work with. */
export interface RouteContext {
  readonly config: AppConfig;
  readonly store: NoticeStore;
  readonly fleet: Fleet;
}
