import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';
import { RecordPicker } from '../reference/record-picker.tsx';
import { asTarget } from '../reference/target.ts';

/** A record of any of several objects, found by typing. */
export function RegardingEditor(props: EditorProps) {
  const { field, value, onChange, onCommit } = props;
  return (
    <RecordPicker
      input={inputProps(props)}
      targets={field.targets ?? []}
      value={asTarget('', value)}
      clearable={!field.required}
      eager={Boolean(props.autoFocus && onCommit)}
      onPick={(option) => {
        const next = option && { object: option.object, id: option.id };
        onChange(next);
        onCommit?.(next);
      }}
    />
  );
}
