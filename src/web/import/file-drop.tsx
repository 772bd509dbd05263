import { Button, Loader, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '#web/forms/form-problem.tsx';
import classes from './import-page.module.css';
import { useBringFiles } from './use-imports.ts';

const accepted =
  '.csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/vcard,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Takes one or several files, dropped or chosen. */
export function FileDrop() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const bring = useBringFiles();
  const take = (files: readonly File[]) => {
    if (files.length > 0)
      bring.mutate(files, { onSuccess: ({ id }) => navigate({ to: '/import', search: { id } }) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      aria-label={t('import.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {bring.isPending ? <Loader size="sm" /> : <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden />}
      <Text fw={600}>{bring.isPending ? t('import.reading') : t('import.drop')}</Text>
      <Text c="dimmed" size="sm">
        {t('import.kinds')}
      </Text>
      <Button color="seal" mt="xs" disabled={bring.isPending} onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <FormProblem error={bring.error} />
    </section>
  );
}
