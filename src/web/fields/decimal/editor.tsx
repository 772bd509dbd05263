import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../field-props.ts';
import { ParsedInput } from '../parsed-input.tsx';
import { parseDecimal } from './parse.ts';

/** A decimal number. */
export function DecimalEditor(props: EditorProps) {
  const { t } = useTranslation();
  return (
    <ParsedInput
      editor={props}
      show={(value) => (value === null || value === undefined ? '' : String(value))}
      read={parseDecimal}
      unreadable={t('field.notNumber')}
      inputMode="decimal"
    />
  );
}
