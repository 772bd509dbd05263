import { useObjectMeta } from '#web/api/queries.ts';
import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';
import { resolveLimit } from './limit.ts';
import { RecordPicker } from './record-picker.tsx';
import { asTarget, targetObject } from './target.ts';

/** A record of one object, found by typing. Its value is the record's id. */
export function ReferenceEditor(props: EditorProps) {
  const { field, value, record, onChange, onCommit } = props;
  const object = targetObject(field);
  const target = asTarget(object, value, useObjectMeta(object)?.nameField);
  return (
    <RecordPicker
      input={inputProps(props, { finished: () => target?.id ?? null })}
      targets={[object]}
      value={target}
      where={resolveLimit(field.limit, record)}
      clearable={!field.required}
      seed={props.seed}
      eager={Boolean(props.autoFocus && onCommit)}
      onPick={(option) => {
        onChange(option?.id ?? null);
        onCommit?.(option?.id ?? null);
      }}
    />
  );
}
