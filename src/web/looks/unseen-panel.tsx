import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useMeta } from '#web/api/queries.ts';
import { relativeTime } from '#web/fields/date-time/relative.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import rows from '#web/home/home.module.css';
import { Panel } from '#web/home/panel.tsx';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import type { UnseenChangesJson } from './look.ts';
import classes from './looks.module.css';
import { useSeeAll, useUnseen } from './use-unseen.ts';

/** Records shown; what is older is found on its record. */
const most = 8;

/** What others did to records since I had them before me; nothing when there is none. */
export function UnseenPanel() {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { data } = useUnseen();
  const seen = useSeeAll();
  const known = (data?.changes ?? []).flatMap((changes) => {
    const object = objects.find(({ name }) => name === changes.object);
    return object ? [{ changes, object }] : [];
  });
  if (known.length === 0) return null;
  return (
    <Panel
      title={t('home.unseen')}
      count={
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          mr={-8}
          loading={seen.isPending}
          onClick={() => seen.mutate()}
        >
          {t('home.allSeen')}
        </Button>
      }
    >
      <ul className={rows.rows}>
        {known.slice(0, most).map(({ changes, object }) => (
          <li key={changes.record.id}>
            <UnseenRow changes={changes} object={object} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function UnseenRow({ changes, object }: { changes: UnseenChangesJson; object: ObjectMeta }) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { locale, timeZone } = useFormatting();
  const { record, at, actor, fields, activities } = changes;
  const said = Object.entries(activities).map(([name, count]) => {
    const activity = objects.find((each) => each.name === name);
    return t('home.put', { count, label: activity?.label ?? name, plural: activity?.plural ?? name });
  });
  const what = [...(fields.length > 0 ? [fields.join(t('record.timeline.and'))] : []), ...said];
  return (
    <Link to="/$object/$id" params={{ object: object.name, id: record.id }} className={classes.row}>
      <span className={classes.head}>
        <ObjectIcon name={object.icon} size={14} />
        <span className={classes.name}>{record.name}</span>
        <time className={classes.time} dateTime={at}>
          {relativeTime(at, locale) ?? formatDateTime(at, locale, timeZone)}
        </time>
      </span>
      <span className={classes.what}>
        {[actor?.name || t('record.timeline.system'), ...what].join(' · ')}
      </span>
    </Link>
  );
}
