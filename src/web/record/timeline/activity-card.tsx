import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { PersonAvatar } from '#web/fields/user/person-avatar.tsx';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { ActivityActions } from './activity-actions.tsx';
import classes from './activity-card.module.css';
import { activityParts } from './activity-parts.ts';
import { doerOf } from './doer-of.ts';
import { EntryTime } from './entry-time.tsx';
import type { TimelineEntry } from './timeline-entry.ts';

interface ActivityCardProps {
  readonly entry: TimelineEntry;
  readonly activity: RecordJson;
  readonly object: ObjectMeta;
}

/** Something between people, whole: what kind, about what, the few facts of it and its text. */
export function ActivityCard({ entry, activity, object }: ActivityCardProps) {
  const { t } = useTranslation();
  const { facts, texts } = activityParts(object, activity, entry.actor?.id);
  const name = activity[object.nameField];
  const params = { object: object.name, id: activity.id };
  return (
    <li className={classes.entry}>
      <span className={classes.icon}>
        <ObjectIcon name={object.icon} size={15} />
      </span>
      <article className={classes.card}>
        <header className={classes.head}>
          <Anchor
            c="inherit"
            inherit
            className={classes.name}
            renderRoot={(props) => <Link {...props} to="/$object/$id" params={params} />}
          >
            {typeof name === 'string' && name !== '' ? name : object.label}
          </Anchor>
          <ActivityActions object={object.name} activity={activity} />
          <EntryTime at={entry.at} />
        </header>
        {texts.map((field) => (
          <div key={field.name} className={classes.text}>
            <FieldDisplay field={field} value={activity[field.name]} record={activity} />
          </div>
        ))}
        <footer className={classes.facts}>
          <span className={classes.actor}>
            <PersonAvatar name={entry.actor?.name ?? '?'} size={18} />
            {doerOf(entry, t)}
          </span>
          {facts.map((field) => (
            <span key={field.name} title={field.label}>
              <FieldDisplay field={field} value={activity[field.name]} record={activity} dense />
            </span>
          ))}
        </footer>
      </article>
    </li>
  );
}
