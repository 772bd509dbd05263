import { IconInfoCircle } from '@tabler/icons-react';
import type { FieldMeta } from '#kernel/meta.ts';
import { fieldView } from '#web/fields/registry.ts';
import { FieldHistory } from './field-history.tsx';
import classes from './field-row.module.css';
import { InlineField } from './inline-field.tsx';
import { MaskedValue } from './masked-value.tsx';

/** Worked out when read, so that nothing ever changes them. */
const computed = new Set(['formula', 'rollup']);

/** A field's label and, beside it or below it when it is long, its value. */
export function FieldRow({ field }: { field: FieldMeta }) {
  return (
    <div className={classes.row} data-wide={fieldView(field).wide === true || undefined}>
      <dt className={classes.label}>
        {field.label}
        {field.help && (
          <span className={classes.help} role="img" aria-label={field.help} data-hint={field.help}>
            <IconInfoCircle size={13} />
          </span>
        )}
        {!computed.has(field.type) && <FieldHistory field={field} />}
      </dt>
      <dd className={classes.value}>
        {field.masked ? <MaskedValue field={field} /> : <InlineField field={field} />}
      </dd>
    </div>
  );
}
