import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { RecordAnchor } from '#web/kit/record-anchor.tsx';
import classes from './review.module.css';

interface ComparisonProps {
  readonly object: ObjectMeta;
  readonly older: RecordJson;
  readonly newer: RecordJson;
  /** The fields by which they are suspected. */
  readonly alike: readonly string[];
}

/** What differs between any two records, and tells nothing. */
const untelling = new Set(['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

/** Two records field by field: first those by which they are suspected, then what differs, then what they share. */
export function Comparison({ object, older, newer, alike }: ComparisonProps) {
  const { t } = useTranslation();
  const filled = object.fields.filter(
    ({ name }) => !untelling.has(name) && (!isEmpty(older[name]) || !isEmpty(newer[name])),
  );
  const differs = ({ name }: FieldMeta) => JSON.stringify(older[name]) !== JSON.stringify(newer[name]);
  const rank = (field: FieldMeta) => (alike.includes(field.name) ? 0 : differs(field) ? 1 : 2);
  const fields = filled.toSorted((one, other) => rank(one) - rank(other));
  return (
    <div className={classes.scroll}>
      <Table layout="fixed" verticalSpacing={6} className={classes.comparison}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.fieldName}>{t('duplicateReview.field')}</Table.Th>
            {([older, newer] as const).map((record, side) => (
              <Table.Th key={record.id}>
                <span className={classes.side}>{t(`duplicateReview.${side === 0 ? 'older' : 'newer'}`)}</span>
                <RecordAnchor className={classes.name} object={object.name} id={record.id}>
                  {String(record[object.nameField] ?? '')}
                </RecordAnchor>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field.name} data-differs={differs(field) || undefined}>
              <Table.Th scope="row" className={classes.fieldName}>
                {field.label}
                {differs(field) && <span className="spoken"> {t('duplicateReview.differs')}</span>}
              </Table.Th>
              {[older, newer].map((record) => (
                <Table.Td key={record.id}>
                  {isEmpty(record[field.name]) ? (
                    <span className={classes.nothing}>–</span>
                  ) : (
                    <FieldDisplay field={field} value={record[field.name]} />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
