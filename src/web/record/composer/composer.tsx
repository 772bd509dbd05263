import { Skeleton, UnstyledButton } from '@mantine/core';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { inSentence } from '#web/i18n/in-sentence.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { useRecordScope } from '../record-scope.ts';
import classes from './composer.module.css';
import { ComposerForm } from './composer-form.tsx';

const CommentForm = lazyView(() => import('../comments/comment-form.tsx'), 'CommentForm');

/** Adds a note, a task, a call … to this record: closed it is one line, open it is a small form. */
export function Composer() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { objects } = useMeta();
  const { object, record } = useRecordScope();
  const [chosen, setChosen] = useState<string>();
  const pressed = useRef<HTMLButtonElement>(null);
  // Whoever goes by keys goes on from where the form was opened, not from the top of the page.
  const close = () => {
    pressed.current?.focus();
    setChosen(undefined);
  };
  const kinds = object.page.composer.flatMap((related) => {
    const activity = objects.find(({ name, can }) => name === related.object && can.create);
    const link = activity?.fields.find(({ name }) => name === related.field);
    return activity && link ? [{ activity, link }] : [];
  });
  const first = kinds[0];
  const open = kinds.find(({ activity }) => activity.name === chosen);
  if (!first) return null;
  const labels = new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    kinds.map(({ activity }) => inSentence(activity.label, locale)),
  );

  return (
    <section
      className={classes.composer}
      data-open={open ? true : undefined}
      aria-label={t('record.composer')}
    >
      <div className={classes.kinds}>
        {kinds.map(({ activity }) => (
          <UnstyledButton
            key={activity.name}
            ref={activity.name === chosen ? pressed : undefined}
            className={classes.kind}
            aria-pressed={activity.name === chosen}
            onClick={() => setChosen(activity.name === chosen ? undefined : activity.name)}
          >
            <ObjectIcon name={activity.icon} size={15} />
            {activity.label}
          </UnstyledButton>
        ))}
      </div>
      {open?.activity.purpose === 'comment' ? (
        <div className={classes.comment}>
          <Suspense fallback={<Skeleton height={150} />}>
            <CommentForm
              object={open.activity}
              about={{ object: object.name, id: record.id }}
              onClose={close}
            />
          </Suspense>
        </div>
      ) : open ? (
        <ComposerForm
          key={open.activity.name}
          object={open.activity}
          link={open.link}
          target={{ object: object.name, id: record.id }}
          onClose={close}
        />
      ) : (
        <UnstyledButton className={classes.prompt} onClick={() => setChosen(first.activity.name)}>
          {t('record.composerPrompt', { labels })}
        </UnstyledButton>
      )}
    </section>
  );
}
