import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { toastProblem } from '#web/kit/toast.tsx';
import { useRecordScope } from '../record-scope.ts';
import classes from './inline-field.module.css';

interface MaskedValueProps {
  readonly field: FieldMeta;
}

/** A value shown in part, and whole as long as the page stands once somebody has asked for it. */
export function MaskedValue({ field }: MaskedValueProps) {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const reveal = useMutation({
    mutationFn: () =>
      api.post<{ value: string | null }>(`records/${object.name}/${record.id}/reveal`, { field: field.name }),
    onError: toastProblem,
  });
  const value = record[field.name] ?? null;
  const label = t('record.reveal', { label: field.label });
  if (isEmpty(value))
    return (
      <Text component="span" c="placeholder" className={classes.value} aria-label={t('record.empty')}>
        –
      </Text>
    );
  const { masked: _, ...whole } = field;
  return (
    <div className={classes.value}>
      <div className={classes.shown}>
        {reveal.data ? (
          <FieldDisplay field={whole} value={reveal.data.value} record={record} />
        ) : (
          <FieldDisplay field={field} value={value} record={record} />
        )}
      </div>
      {!reveal.data && (
        <Tooltip label={t('record.revealHint')}>
          <ActionIcon size={22} aria-label={label} loading={reveal.isPending} onClick={() => reveal.mutate()}>
            <IconEye size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
