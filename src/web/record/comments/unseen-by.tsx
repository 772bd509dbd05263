import { Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { Target } from '#web/fields/reference/target.ts';
import { useLocale } from '#web/i18n/use-locale.ts';

/** Says which of the people named cannot see the record, and so are not told. */
export function UnseenBy({ about, body }: { readonly about: Target; readonly body: unknown }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const named = peopleNamedIn(typeof body === 'string' ? body : '');
  const path = `records/${about.object}/${about.id}/seen`;
  const answers = useQueries({
    queries: named.map(({ id }) => ({
      queryKey: [...keys.recordAnySelect(about.object, about.id), 'seen', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<{ seen: boolean }>(path, { query: { person: id }, signal }),
      staleTime: 60_000,
    })),
  });
  const unseen = named.filter((_, place) => answers[place]?.data?.seen === false);
  if (unseen.length === 0) return null;
  const names = new Intl.ListFormat(locale).format(unseen.map(({ name }) => name));
  return (
    <Text size="xs" c="red" role="status">
      {t('record.comments.unseen', { names })}
    </Text>
  );
}

/** The people whom a text names, each once. Parsed into an inert document, so nothing in it can run. */
function peopleNamedIn(html: string): readonly { readonly id: string; readonly name: string }[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = [...page.querySelectorAll('[data-mention]')].map(
    (one) => [one.getAttribute('data-mention') ?? '', (one.textContent ?? '').replace(/^@/, '')] as const,
  );
  return [...new Map(found)].map(([id, name]) => ({ id, name }));
}
