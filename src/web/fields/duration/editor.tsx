import { useTranslation } from 'react-i18next';
import { formatDuration } from '#kernel/writing/duration.ts';
import type { EditorProps } from '../field-props.ts';
import { ParsedInput } from '../parsed-input.tsx';
import { useFormatting } from '../use-formatting.ts';
import { parseDuration } from './parse.ts';

/** A length of time, typed in any usual way; a bare number counts minutes. */
export function DurationEditor(props: EditorProps) {
  const { t } = useTranslation();
  const { locale } = useFormatting();
  return (
    <ParsedInput
      editor={props}
      show={(value) => (typeof value === 'number' ? formatDuration(value, locale) : '')}
      read={parseDuration}
      unreadable={t('field.notDuration')}
      placeholder={t('field.durationExample')}
    />
  );
}
