import { Combobox, PillsInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObjectMeta } from '#web/api/queries.ts';
import type { EditorProps } from '../field-props.ts';
import { inputProps } from '../input-props.ts';
import { resolveLimit } from '../reference/limit.ts';
import { CREATE, RecordOptions } from '../reference/record-options.tsx';
import { asTarget, targetIds, targetObject } from '../reference/target.ts';
import { useQuickCreate } from '../reference/use-quick-create.ts';
import { useRecordOptions } from '../reference/use-record-options.ts';
import { TargetPill } from './target-pill.tsx';

/** Any number of records of one object. Its value is the list of their ids. */
export function ManyToManyEditor(props: EditorProps) {
  const { field, value, record, onChange, autoFocus, onCommit } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const object = targetObject(field);
  const nameField = useObjectMeta(object)?.nameField;
  const ids = targetIds(value);
  const combobox = useCombobox({ defaultOpened: Boolean(autoFocus && onCommit) });
  const where = resolveLimit(field.limit, record);
  const found = useRecordOptions({ targets: [object], where, text, enabled: combobox.dropdownOpened });
  const quick = useQuickCreate(object);
  const create = quick.possible && text.trim() ? { label: quick.label, text: text.trim() } : undefined;
  const { label, description, withAsterisk, error, onKeyDown, onBlur, ...input } = {
    label: undefined,
    description: undefined,
    withAsterisk: undefined,
    ...inputProps(props, { finished: () => ids }),
  };

  const add = async (id: string) => {
    const chosen = id === CREATE ? (await quick.create(text.trim()))?.id : id;
    setText('');
    if (chosen && !ids.includes(chosen)) onChange([...ids, chosen]);
  };
  const remove = (id: string) => onChange(ids.filter((each) => each !== id));

  return (
    <Combobox store={combobox} onOptionSubmit={add} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput
          label={label}
          description={description}
          withAsterisk={withAsterisk ?? false}
          error={error}
        >
          {(Array.isArray(value) ? value : []).map((each) => {
            const target = asTarget(object, each, nameField);
            return (
              target && <TargetPill key={target.id} target={target} onRemove={() => remove(target.id)} />
            );
          })}
          <Combobox.EventsTarget>
            <PillsInput.Field
              {...input}
              value={text}
              placeholder={ids.length === 0 ? t('field.searchPlaceholder') : ''}
              onChange={(event) => {
                setText(event.currentTarget.value);
                combobox.openDropdown();
                combobox.selectFirstOption();
              }}
              onFocus={() => combobox.openDropdown()}
              onBlur={(event) => {
                combobox.closeDropdown();
                onBlur(event);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Escape') onKeyDown(event);
                if (event.key === 'Backspace' && text === '' && ids.length > 0) remove(ids.at(-1) ?? '');
              }}
            />
          </Combobox.EventsTarget>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!combobox.dropdownOpened}>
        <RecordOptions
          options={found.options.filter((option) => !ids.includes(option.id))}
          loading={found.loading}
          mixed={false}
          create={create}
        />
      </Combobox.Dropdown>
    </Combobox>
  );
}
