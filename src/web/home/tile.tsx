import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { numberFormat } from '#kernel/writing/intl-formats.ts';
import { useAggregate } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import classes from './home.module.css';

const thisWeek = { createdAt: { in: 'thisWeek' } };

/** How many records there are, and how many came this week. */
export function Tile({ object }: { object: ObjectMeta }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const all = useAggregate(object.name, { measures: 'count' });
  const fresh = useAggregate(object.name, { measures: 'count', where: thisWeek });
  const number = (groups: typeof all.data) =>
    groups === undefined ? '–' : numberFormat(locale).format(Number(groups[0]?.count ?? 0));
  return (
    <div className={classes.tile}>
      <Link to="/$object" params={{ object: object.name }} className={classes.tileLink}>
        <span className={classes.kind}>
          <ObjectIcon name={object.icon} size={15} />
          {object.plural}
        </span>
        <span className={classes.figure}>{number(all.data)}</span>
      </Link>
      <Link
        to="/$object"
        params={{ object: object.name }}
        search={{ where: thisWeek }}
        className={classes.fresh}
      >
        {t('home.thisWeek', { number: number(fresh.data) })}
      </Link>
    </div>
  );
}
