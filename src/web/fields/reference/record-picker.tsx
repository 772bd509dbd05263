import { CloseButton, Combobox, InputBase, Loader, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { inputProps } from '../input-props.ts';
import { CREATE, RecordOptions } from './record-options.tsx';
import type { Target } from './target.ts';
import { useQuickCreate } from './use-quick-create.ts';
import { useRecordName } from './use-record-name.ts';
import { type RecordOption, useRecordOptions } from './use-record-options.ts';

interface RecordPickerProps {
  readonly input: ReturnType<typeof inputProps>;
  readonly targets: readonly string[];
  readonly value: Target | null;
  /** Limits what is offered. */
  readonly where?: unknown;
  readonly clearable: boolean;
  /** Open at once and finish when left. */
  readonly eager: boolean;
  /** What was typed to begin. */
  readonly seed?: string | undefined;
  onPick(option: RecordOption | null): void;
}

/** Finds a record as you type, or makes a new one. */
export function RecordPicker({
  input,
  targets,
  value,
  where,
  clearable,
  eager,
  seed,
  onPick,
}: RecordPickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(seed ?? null);
  const [picked, setPicked] = useState<RecordOption | null>(null);
  const combobox = useCombobox({
    defaultOpened: eager,
    onDropdownClose: () => combobox.resetSelectedOption(),
    onDropdownOpen: () => combobox.updateSelectedOptionIndex('active'),
  });
  const { options, loading } = useRecordOptions({
    targets,
    where,
    text: typed ?? '',
    enabled: combobox.dropdownOpened,
  });
  const quick = useQuickCreate(targets.length === 1 ? (targets[0] ?? '') : '');
  const named = value && (value.name ?? (picked?.id === value.id ? picked.name : undefined));
  const fetched = useRecordName(value?.object ?? '', value?.id, {
    enabled: Boolean(value) && named === undefined,
  });
  const text = (typed ?? '').trim();
  const create = quick.possible && text !== '' ? { label: quick.label, text } : undefined;

  const take = (option: RecordOption | null) => {
    setPicked(option);
    setTyped(null);
    combobox.closeDropdown();
    onPick(option);
  };
  const submit = async (id: string) => {
    const option = id === CREATE ? await quick.create(text) : options.find((each) => each.id === id);
    if (option) take(option);
  };
  const { onKeyDown, onBlur, ...rest } = input;

  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal position="bottom-start">
      <Combobox.Target>
        <InputBase
          {...rest}
          value={typed ?? named ?? fetched ?? ''}
          placeholder={t('field.searchPlaceholder')}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onClick={() => combobox.openDropdown()}
          onKeyDown={(event) => event.key === 'Escape' && onKeyDown(event)}
          onBlur={(event) => {
            setTyped(null);
            combobox.closeDropdown();
            onBlur(event);
          }}
          rightSectionPointerEvents="all"
          rightSection={
            combobox.dropdownOpened && loading ? (
              <Loader size={14} color="gray" />
            ) : value && clearable ? (
              <CloseButton
                size="sm"
                tabIndex={-1}
                aria-label={t('field.clear')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(null)}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          autoComplete="off"
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!combobox.dropdownOpened} miw={260}>
        <RecordOptions options={options} loading={loading} mixed={targets.length > 1} create={create} />
      </Combobox.Dropdown>
    </Combobox>
  );
}
