import { Anchor, Button, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useDelete, useRestore } from '#web/api/mutations.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { asTarget } from '#web/fields/reference/target.ts';
import { PersonAvatar } from '#web/fields/user/person-avatar.tsx';
import { lazyView } from '#web/kit/lazy-view.ts';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { useRecordScope } from '../record-scope.ts';
import { doerOf } from '../timeline/doer-of.ts';
import { EntryTime } from '../timeline/entry-time.tsx';
import type { TimelineEntry } from '../timeline/timeline-entry.ts';
import { entryId } from '../timeline/use-opened-at.ts';
import { useTimelineAddress } from '../timeline/use-timeline-address.ts';
import classes from './comments.module.css';
import { Reactions } from './reactions.tsx';

const CommentForm = lazyView(() => import('./comment-form.tsx'), 'CommentForm');

interface CommentTextProps {
  readonly entry: TimelineEntry;
  readonly comment: RecordJson;
  readonly object: ObjectMeta;
}

/** One comment: who, when, what, what others think of it, and what the reader can do with it. */
export function CommentText({ entry, comment, object }: CommentTextProps) {
  const { t } = useTranslation();
  const { user } = useMeta();
  const { record } = useRecordScope();
  const [writing, setWriting] = useState<'answer' | 'change'>();
  const { at } = useTimelineAddress();
  const remove = useDelete(object.name);
  const restore = useRestore(object.name);
  const body = object.fields.find(({ name }) => name === 'body');
  const about = asTarget('', comment.regarding);
  const mine = asTarget('', comment.author)?.id === user.id;
  const edited = comment.version > 1;
  const done = () => setWriting(undefined);
  const takeAway = async () => {
    await remove.mutateAsync([comment.id]).catch(toastProblem);
    toastWithUndo(t('record.comments.deleted'), () =>
      restore.mutate([comment.id], { onError: toastProblem }),
    );
  };
  return (
    <article
      id={entryId(comment.id)}
      className={classes.comment}
      data-opened={comment.id === at || undefined}
    >
      <header className={classes.head}>
        <PersonAvatar name={entry.actor?.name ?? '?'} size={20} />
        <span className={classes.author}>{doerOf(entry, t)}</span>
        {about && about.id !== record.id && (
          <Anchor
            c="dimmed"
            size="xs"
            className={classes.about}
            renderRoot={(props) => (
              <Link {...props} to="/$object/$id" params={{ object: about.object, id: about.id }} />
            )}
          >
            {about.name ?? t('record.comments.elsewhere')}
          </Anchor>
        )}
        {edited && <span className={classes.edited}>{t('record.comments.edited')}</span>}
        <EntryTime at={entry.at} />
      </header>
      {writing === 'change' ? (
        <Suspense fallback={<Skeleton height={110} />}>
          <CommentForm object={object} about={about} changing={comment} onClose={done} />
        </Suspense>
      ) : (
        body && <FieldDisplay field={body} value={comment.body} record={comment} />
      )}
      <footer className={classes.actions}>
        <Reactions comment={comment.id} />
        {object.can.create && (
          <Button {...quiet} onClick={() => setWriting('answer')}>
            {t('record.comments.answer')}
          </Button>
        )}
        {mine && (
          <>
            <Button {...quiet} onClick={() => setWriting('change')}>
              {t('record.comments.change')}
            </Button>
            <Button {...quiet} onClick={takeAway}>
              {t('record.delete')}
            </Button>
          </>
        )}
      </footer>
      {writing === 'answer' && (
        <Suspense fallback={<Skeleton height={110} />}>
          <CommentForm object={object} about={about} answering={comment.id} onClose={done} />
        </Suspense>
      )}
    </article>
  );
}

const quiet = { variant: 'subtle', color: 'gray', size: 'compact-xs', fw: 400 } as const;
