import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Meta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { metaQuery } from '#web/api/queries.ts';
import { changeLocale } from './i18n.ts';
import type { Locale } from './locale.ts';

/** Changes the language of a signed-in person: the server's words and the client's change together. */
export function useChangeLanguage() {
  const client = useQueryClient();
  return useCallback(
    async (locale: Locale) => {
      await api.patch('me', { locale });
      // Whoever goes on to another page before the server's words have come keeps the new language.
      client.setQueryData<Meta>(keys.meta, (meta) => meta && { ...meta, user: { ...meta.user, locale } });
      await changeLocale(locale);
      await client.fetchQuery({ ...metaQuery, staleTime: 0 });
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'meta' });
    },
    [client],
  );
}
