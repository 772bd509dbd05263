import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { choiceOf } from '#kernel/writing/choice-of.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';
import { allowedChoices } from './allowed.ts';

/** One of the field's values; in a record's page choosing is the whole edit. */
export function ChoiceEditor(props: EditorProps) {
  const { field, value, record, onChange, onCommit, autoFocus, seed } = props;
  const { t } = useTranslation();
  const saved = record?.id ? record[field.name] : null;
  const { onKeyDown, ...input } = inputProps(props);
  const choices = allowedChoices(field, saved, record?.recordType);
  return (
    <Select
      {...input}
      onKeyDown={(event) => event.key === 'Escape' && onKeyDown(event)}
      data={choices.map(({ value: each, label }) => ({ value: each, label }))}
      value={typeof value === 'string' ? value : null}
      onChange={(chosen) => {
        onChange(chosen);
        onCommit?.(chosen);
      }}
      renderOption={({ option }) => (
        <StatusBadge color={choiceOf(field, option.value).color}>{option.label}</StatusBadge>
      )}
      clearable={!field.required}
      {...(choices.length === 0 && { placeholder: t('field.nothingOffered') })}
      searchable={choices.length > 7 || seed !== undefined}
      {...(seed !== undefined && { defaultSearchValue: seed })}
      nothingFoundMessage={t('field.nothingFound')}
      defaultDropdownOpened={autoFocus && Boolean(onCommit)}
      openOnFocus
      checkIconPosition="right"
      maxDropdownHeight={320}
    />
  );
}
