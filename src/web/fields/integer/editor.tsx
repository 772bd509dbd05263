import { useTranslation } from 'react-i18next';
import { parseDecimal } from '../decimal/parse.ts';
import type { EditorProps } from '../field-props.ts';
import { ParsedInput } from '../parsed-input.tsx';

/** A whole number. */
export function IntegerEditor(props: EditorProps) {
  const { t } = useTranslation();
  return (
    <ParsedInput
      editor={props}
      show={(value) => (value === null || value === undefined ? '' : String(value))}
      read={readInteger}
      unreadable={t('field.notInteger')}
      inputMode="numeric"
    />
  );
}

function readInteger(text: string): number | null {
  const decimal = parseDecimal(text);
  const number = decimal === null ? Number.NaN : Number(decimal);
  return Number.isSafeInteger(number) ? number : null;
}
