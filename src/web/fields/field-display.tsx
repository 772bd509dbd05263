import type { FieldMeta } from '#kernel/meta.ts';
import { isEmpty } from './empty.ts';
import type { DisplayProps } from './field-props.ts';
import { fieldView } from './registry.ts';

/** A field's value, drawn as its type is drawn; nothing at all when it is empty. */
export function FieldDisplay(props: DisplayProps) {
  const { Display } = fieldView(props.field);
  if (isEmpty(props.value)) return null;
  // Part of a value is nothing to call or to write to.
  if (props.field.masked || props.field.sealed) return <span>{String(props.value)}</span>;
  return <Display {...props} field={typed(props.field)} />;
}

/** A formula or roll-up is read as the type it yields. */
function typed(field: FieldMeta): FieldMeta {
  return field.result ? { ...field, type: field.result } : field;
}
