import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import card from '../timeline/activity-card.module.css';
import type { TimelineEntry } from '../timeline/timeline-entry.ts';
import { CommentText } from './comment-text.tsx';
import classes from './comments.module.css';
import { useTalk } from './talk.ts';

interface CommentCardProps {
  readonly entry: TimelineEntry;
  readonly comment: RecordJson;
  readonly object: ObjectMeta;
}

/** What somebody said about the record, with the answers under it. */
export function CommentCard({ entry, comment, object }: CommentCardProps) {
  const answers = useTalk().answers.get(comment.id) ?? [];
  return (
    <li className={card.entry}>
      <span className={card.icon}>
        <ObjectIcon name={object.icon} size={15} />
      </span>
      <div className={card.card}>
        <CommentText entry={entry} comment={comment} object={object} />
        {answers.length > 0 && (
          <ol className={classes.answers}>
            {answers.map(
              (answer) =>
                answer.activity && (
                  <li key={answer.id}>
                    <CommentText entry={answer} comment={answer.activity} object={object} />
                  </li>
                ),
            )}
          </ol>
        )}
      </div>
    </li>
  );
}
