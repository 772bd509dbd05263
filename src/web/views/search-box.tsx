import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewState } from './use-view-state.ts';
import classes from './view-header.module.css';

/** Searches within the list as you type. */
export function SearchBox({ state }: { state: ViewState }) {
  const { t } = useTranslation();
  const asked = state.search.q ?? '';
  const [text, setText] = useState(asked);
  const ask = useDebouncedCallback((q: string) => state.change({ q: q.trim() || undefined }), 180);
  useEffect(() => setText((typed) => (typed.trim() === asked ? typed : asked)), [asked]);
  const type = (next: string) => {
    setText(next);
    ask(next);
  };
  return (
    <TextInput
      className={classes.search}
      size="xs"
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      leftSection={<IconSearch size={14} />}
      rightSection={
        text && <CloseButton size="xs" aria-label={t('field.clear')} onClick={() => type('')} tabIndex={-1} />
      }
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && type('')}
    />
  );
}
