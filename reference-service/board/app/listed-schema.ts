import { object, whole } from '../../shared/app/answer-schemas.ts';

/** JSON Schema of notices in a list. */
export const listedSchema = {
  type: 'array',
  items: object({ id: whole(1, 'Number of the notice.'), title: { type: 'string' }, comments: whole(0, 'Comments below it.') }),
};
