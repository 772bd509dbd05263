import { Box, Checkbox } from '@mantine/core';
import type { EditorProps } from '../field-props.ts';

/** A box to tick; in a record's page the click is the whole edit. */
export function BooleanEditor({
  field,
  value,
  onChange,
  onCommit,
  onCancel,
  error,
  autoFocus,
  label,
}: EditorProps) {
  return (
    <Box py={6}>
      <Checkbox
        label={label ? field.label : undefined}
        aria-label={label ? undefined : field.label}
        description={label ? field.help : undefined}
        error={error}
        checked={value === true}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus ?? false}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
          onCommit?.(event.currentTarget.checked);
        }}
        onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
        onBlur={() => onCommit?.(value)}
      />
    </Box>
  );
}
