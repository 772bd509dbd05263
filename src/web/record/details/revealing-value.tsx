import { ActionIcon } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { toastProblem } from '#web/kit/toast.tsx';
import { useRecordScope } from '../record-scope.ts';
import classes from './inline-field.module.css';

/** A value of which a part or nothing is shown, and whole as long as the page stands once somebody has asked for it. */
export function RevealingValue({ field }: { readonly field: FieldMeta }) {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const reveal = useMutation({
    mutationFn: () =>
      api.post<{ value: string | null }>(`records/${object.name}/${record.id}/reveal`, { field: field.name }),
    onError: toastProblem,
  });
  const { masked: _, sealed: __, ...whole } = field;
  return (
    <div className={classes.revealing}>
      {reveal.data ? (
        <FieldDisplay field={whole} value={reveal.data.value} record={record} />
      ) : (
        <FieldDisplay field={field} value={record[field.name] ?? null} record={record} />
      )}
      {!reveal.data && (
        <ActionIcon
          data-hint={t('record.revealHint')}
          size={24}
          aria-label={t('record.reveal', { label: field.label })}
          loading={reveal.isPending}
          onClick={(event) => {
            event.stopPropagation();
            reveal.mutate();
          }}
        >
          <IconEye size={14} />
        </ActionIcon>
      )}
    </div>
  );
}
