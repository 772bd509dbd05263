import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import type { ColorRule } from '#kernel/view-settings.ts';
import type { RecordJson } from '#web/api/record.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { colorsOf } from '#web/list/colors/colors-of.ts';
import type { Column } from '#web/views/columns.ts';
import classes from './gallery.module.css';

interface GalleryCardProps {
  readonly object: ObjectMeta;
  readonly record: RecordJson;
  readonly columns: readonly Column[];
  readonly rules: readonly ColorRule[];
}

/** A record as a card: its name, and each of the view's fields that is filled in, under what it is called. */
export function GalleryCard({ object, record, columns, rules }: GalleryCardProps) {
  const { t } = useTranslation();
  const filled = columns.slice(1).filter(({ valuePath }) => !isEmpty(valueAt(record, valuePath)));
  return (
    <li className={classes.card} data-tint={colorsOf(record, rules).row}>
      <Link to="/$object/$id" params={{ object: object.name, id: record.id }} className={classes.name}>
        {String(valueAt(record, object.nameField) ?? t('list.unnamed'))}
      </Link>
      <dl className={classes.facts}>
        {filled.map(({ path, valuePath, field, label }) => (
          <div key={path} className={classes.fact}>
            <dt className={classes.label}>{label}</dt>
            <dd className={classes.value}>
              <FieldDisplay field={field} value={valueAt(record, valuePath)} record={record} dense />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
