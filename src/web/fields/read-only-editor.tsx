import { Box, Input } from '@mantine/core';
import { FieldDisplay } from './field-display.tsx';
import type { EditorProps } from './field-props.ts';
import { chrome } from './input-props.ts';

/** In a form, the value of a field that nobody types: numbers given, formulas, roll-ups. */
export function ReadOnlyEditor(props: EditorProps) {
  const { field, value, record } = props;
  return (
    <Input.Wrapper {...chrome(props)} withAsterisk={false}>
      <Box py={6} c="dimmed">
        <FieldDisplay field={field} value={value} record={record} />
      </Box>
    </Input.Wrapper>
  );
}
