import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { type Place, placeNameQuery } from './place-name.ts';

interface PlaceInputProps {
  readonly label: string;
  readonly value: unknown;
  onChange(codes: readonly string[]): void;
  readonly autoFocus: boolean;
  /** Beside other inputs on a page of its own, where a list of options may lie over everything. */
  readonly free: boolean;
}

/** Countries, provinces and cities, found by their names. */
export function PlaceInput({ label, value, onChange, autoFocus, free }: PlaceInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const [asked] = useDebouncedValue(typed, 150);
  const codes = [value ?? []].flat().map(String);
  const names = useQueries({ queries: codes.map(placeNameQuery) });
  const { data } = useQuery({
    queryKey: ['places', asked],
    queryFn: ({ signal }) => api.get<{ places: readonly Place[] }>('places', { query: { q: asked }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const chosen = codes.map((code, place) => ({ value: code, label: names[place]?.data ?? '…' }));
  const found = (data?.places ?? [])
    .filter(({ code }) => !codes.includes(code))
    .map(({ code, name, within }) => ({ value: code, label: within ? `${name} · ${within}` : name }));
  return (
    <MultiSelect
      {...(autoFocus && { 'data-autofocus': true })}
      aria-label={label}
      placeholder={codes.length === 0 ? t('filter.placeName') : ''}
      searchable
      hidePickedOptions
      data={[...chosen, ...found]}
      // The server has found them, by names in either language.
      filter={({ options }) => options}
      value={codes}
      onChange={(next) => {
        setTyped('');
        onChange(next);
      }}
      // What is chosen makes way for the button below.
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onOptionSubmit={() => setOpened(false)}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('field.nothingFound')}
      comboboxProps={{ withinPortal: free }}
    />
  );
}
