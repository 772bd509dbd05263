import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import type { StoredFile } from '#web/fields/file/format.ts';
import classes from './preview.module.css';
import { Unshown } from './unshown.tsx';

interface TextAnswer {
  readonly text: string;
  /** Why there is none. */
  readonly fault?: string;
}

const told = ['encrypted', 'tooLarge', 'tooLong'];

/** What is written in a file, as plain text whatever it is: nothing of it runs. */
export function TextView({ file }: { readonly file: StoredFile }) {
  const { t } = useTranslation();
  const { data, isPending } = useQuery({
    queryKey: ['file text', file.id],
    queryFn: ({ signal }) => api.get<TextAnswer>(`files/${file.id}/text`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (isPending) return <Skeleton height="50vh" />;
  if (file.size === 0) return <Unshown reason="files.empty" />;
  if (!data?.text) return <Unshown reason={reasonOf(data?.fault)} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={classes.text} tabIndex={0} aria-label={t('files.text')}>
      {data.text}
    </section>
  );
}

function reasonOf(fault: string | undefined): string {
  return fault && told.includes(fault) ? `files.faults.${fault}` : 'files.cannotShow';
}
