import { plural } from '../../words/count.ts';
import type { JudgeInput } from '../judge-input.ts';

/** What a reader should know of announced waits besides the share of those that came true. */
export function announcementSentences({ run: { queue }, configuration: { queue: limits }, folded }: JudgeInput): string[] {
  if (queue === null || limits === null) return [];
  if (limits.minAnnouncedShare === null)
    return ['The waiting room announces no waits (`minAnnouncedShare: null`), so that none was judged.'];
  const { unpromised, missed } = queue;
  const disputed = folded.admissions.filter((one) => one.disputed).length;
  const are = (count: number): string => plural(count, 'person', 'people');
  return [
    ...(unpromised === 0
      ? []
      : [
          `${are(unpromised)} waited and ${unpromised === 1 ? 'was' : 'were'} promised nothing; a waiting room that announces no waits is declared by \`minAnnouncedShare: null\`.`,
        ]),
    ...(missed === 0 ? [] : [`${are(missed)} ${missed === 1 ? 'was' : 'were'} not let in when the wait announced to them was over.`]),
    ...(disputed === 0
      ? []
      : [`The waiting room names an instant of admission for ${are(disputed)} that its own answers to them contradict (\`admittedAt\`).`]),
  ];
}
