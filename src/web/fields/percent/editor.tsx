import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseDecimal } from '../decimal/parse.ts';
import type { EditorProps } from '../field-props.ts';
import { ParsedInput } from '../parsed-input.tsx';

/** A percentage, typed as its figure. */
export function PercentEditor(props: EditorProps) {
  const { t } = useTranslation();
  return (
    <ParsedInput
      editor={props}
      show={(value) => (value === null || value === undefined ? '' : String(value))}
      read={parseDecimal}
      unreadable={t('field.notNumber')}
      inputMode="decimal"
      rightSection={
        <Text size="xs" c="dimmed">
          %
        </Text>
      }
    />
  );
}
