import { Select, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { conditionFields } from '#web/views/filters/condition-field.ts';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';

interface TextWithFieldsProps {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly oneLine?: boolean;
  /** What it is for is said beside it. */
  readonly labelled?: boolean;
  /** It is about the record alone, also within a loop. */
  readonly ownOnly?: boolean;
  onChange(text: string): void;
}

/** A text in which `{name}` stands for a value of the record; the fields are chosen, and put where the cursor is. */
export function TextWithFields({
  label,
  value,
  error,
  oneLine = false,
  labelled = false,
  ownOnly = false,
  onChange,
}: TextWithFieldsProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const { object, start } = useDrawing();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [own = [], ...through] = conditionFields(meta, object);
  const ofStart = start && !ownOnly ? conditionFields(meta, start).flat() : [];
  const option = (each: { path: string; label: string }) => ({ value: each.path, label: each.label });
  const insert = (path: string) => {
    const at = input.current?.selectionEnd ?? value.length;
    onChange(`${value.slice(0, at)}{${path}}${value.slice(at)}`);
  };
  const common = {
    ...(labelled ? { 'aria-label': label } : { label }),
    ...{ value, error: error ?? null, ref: input },
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div>
      {oneLine ? <TextInput {...common} maxLength={255} /> : <Textarea {...common} autosize minRows={2} />}
      <Select
        className={classes.insert}
        size="xs"
        aria-label={t('settings.automations.insertInto', { label })}
        placeholder={t('settings.automations.insert')}
        data={[
          { group: t('filter.own'), items: own.map(option) },
          ...through.map((fields) => ({
            group: t('filter.through', { label: fields[0]?.label.split(' › ')[0] ?? '' }),
            items: fields.map(option),
          })),
          ...(start && ofStart.length > 0
            ? [
                {
                  group: t('settings.automations.loop.ofStart', { label: start.label }),
                  items: ofStart.map(({ path, label: called }) => ({
                    value: `$start.${path}`,
                    label: called,
                  })),
                },
              ]
            : []),
        ]}
        value={null}
        onChange={(path) => path && insert(path)}
        limit={100}
        searchable
      />
    </div>
  );
}
