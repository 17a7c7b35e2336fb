import { describeTable } from '../../verdict/table.ts';

describeTable('native');
