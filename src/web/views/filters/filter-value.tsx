import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { choiceOf } from '#web/fields/choice/allowed.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { useRecordName } from '#web/fields/reference/use-record-name.ts';
import type { FieldTest } from './tests-of-field.ts';

interface FilterValueProps {
  readonly field: FieldMeta;
  readonly test: FieldTest;
  readonly value: unknown;
}

/** What a field is compared with, in words. */
export function FilterValue({ field, test, value }: FilterValueProps) {
  const { t } = useTranslation();
  if (test.input === undefined) return null;
  const values = Array.isArray(value) ? value : [value];
  if (test.input === 'period') return <>{t(`period.${value}`, { defaultValue: String(value) })}</>;
  if (test.input === 'choices')
    return <>{values.map((each) => choiceOf(field, each).label).join(t('list.or'))}</>;
  if (test.input === 'records') return <RecordNames field={field} ids={values.map(String)} />;
  const type = field.result ?? field.type;
  const shown = { ...field, type: type === 'dateTime' ? 'date' : type } as FieldMeta;
  return (
    <>
      {values.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the two ends of a range have no other name
        <span key={index}>
          {index > 0 && ' – '}
          <FieldDisplay field={shown} value={each} dense />
        </span>
      ))}
    </>
  );
}

function RecordNames({ field, ids }: { field: FieldMeta; ids: readonly string[] }) {
  const { t } = useTranslation();
  const object = field.targets?.[0] ?? 'user';
  const first = useRecordName(object, ids[0]);
  const others = ids.length - 1;
  return <>{others > 0 ? t('list.andOthers', { name: first ?? '…', count: others }) : (first ?? '…')}</>;
}
