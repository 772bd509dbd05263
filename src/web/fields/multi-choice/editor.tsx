import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { choiceOf } from '#kernel/writing/choice-of.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { choicesOfType } from '../choice/allowed.ts';
import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';

/** Several of the field's values. */
export function MultiChoiceEditor(props: EditorProps) {
  const { field, value, record, onChange, onCommit, autoFocus } = props;
  const { t } = useTranslation();
  const { onKeyDown, ...input } = inputProps(props);
  const values = Array.isArray(value) ? value.map(String) : [];
  const choices = choicesOfType(field, record?.recordType).filter(
    (choice) => !choice.closed || values.includes(choice.value),
  );
  return (
    <MultiSelect
      {...input}
      onKeyDown={(event) => event.key === 'Escape' && onKeyDown(event)}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      value={values}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen : null)}
      renderOption={({ option }) => (
        <StatusBadge color={choiceOf(field, option.value).color}>{option.label}</StatusBadge>
      )}
      {...(choices.length === 0 && { placeholder: t('field.nothingOffered') })}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('field.nothingFound')}
      defaultDropdownOpened={autoFocus && Boolean(onCommit)}
      maxDropdownHeight={320}
    />
  );
}
