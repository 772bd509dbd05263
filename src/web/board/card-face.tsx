import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import type { RecordJson } from '#web/api/record.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { PersonFace } from '#web/fields/user/person-face.tsx';
import { RecordAnchor } from '#web/kit/record-anchor.tsx';
import type { Column } from '#web/views/columns.ts';
import classes from './board.module.css';

interface CardFaceProps {
  readonly object: ObjectMeta;
  readonly record: RecordJson;
  readonly columns: readonly Column[];
}

/** What stands on a card: the record's name, the view's other fields, and the face of whose it is. */
export function CardFace({ object, record, columns }: CardFaceProps) {
  const { t } = useTranslation();
  return (
    <>
      <RecordAnchor
        object={object.name}
        id={record.id}
        className={classes.cardName}
        draggable={false}
        tabIndex={-1}
      >
        {String(valueAt(record, object.nameField) ?? t('list.unnamed'))}
      </RecordAnchor>
      <div className={classes.facts}>
        {columns.slice(1).map(({ path, valuePath, field, label }) => {
          const value = valueAt(record, valuePath);
          if (isEmpty(value)) return null;
          return field.type === 'user' ? (
            <span key={path} className={classes.face}>
              <PersonFace field={field} value={value} />
            </span>
          ) : (
            <span key={path} className={classes.fact} title={label} data-type={field.type}>
              <FieldDisplay field={field} value={value} record={record} dense />
            </span>
          );
        })}
      </div>
    </>
  );
}
