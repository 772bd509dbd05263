import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { valueAt } from '#kernel/value-at.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { fieldView } from '#web/fields/registry.ts';
import { RecordStamps } from '../details/record-stamps.tsx';
import { useRecordScope } from '../record-scope.ts';
import { printed } from './print-store.ts';
import { type PrintedList, usePrintedLists } from './printed-lists.ts';
import classes from './record-print.module.css';

/** A record on paper: what is known of it and what points to it, without anything to press. */
export function RecordPrint() {
  const { object, record, shows } = useRecordScope();
  const lists = usePrintedLists();
  const ready = lists !== undefined;
  useEffect(() => {
    if (!ready) return;
    const end = () => printed.set(undefined);
    window.addEventListener('afterprint', end);
    window.print();
    return () => window.removeEventListener('afterprint', end);
  }, [ready]);
  const sections = object.page.sections.map(({ label, fields }) => ({
    label,
    fields: fields
      .filter(shows)
      .flatMap((name) => object.fields.find((field) => field.name === name) ?? [])
      .filter(({ name }) => name !== object.nameField && !isEmpty(record[name])),
  }));
  return (
    <article className={classes.paper}>
      <header>
        <p className={classes.kind}>{object.label}</p>
        <h1>{String(record[object.nameField] ?? '')}</h1>
        <RecordStamps />
      </header>
      {sections.map(
        ({ label, fields }) =>
          fields.length > 0 && (
            <section key={label}>
              <h2>{label}</h2>
              <dl className={classes.fields}>
                {fields.map((field) => (
                  <div key={field.name} data-wide={fieldView(field).wide === true || undefined}>
                    <dt>{field.label}</dt>
                    <dd>
                      <FieldDisplay field={field} value={record[field.name]} record={record} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ),
      )}
      {lists?.map((list) => (
        <List key={`${list.related.object}.${list.related.field}`} list={list} />
      ))}
    </article>
  );
}

function List({ list: { related, columns, records, further } }: { readonly list: PrintedList }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{related.label}</h2>
      <table>
        <thead>
          <tr>
            {columns.map(({ path, label, field }) => (
              <th key={path} data-align={fieldView(field).align}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((row) => (
            <tr key={row.id}>
              {columns.map(({ path, valuePath, field }) => (
                <td key={path} data-align={fieldView(field).align}>
                  <FieldDisplay field={field} value={valueAt(row, valuePath)} record={row} dense />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {further > 0 && <p className={classes.kind}>{t('record.printFurther', { number: further })}</p>}
    </section>
  );
}
