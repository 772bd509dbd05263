import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { Modal } from '#web/kit/modal.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';

interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** Under which licences the product and the packages that run with it are used. */
export function Packages() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['operation', 'packages'],
    queryFn: ({ signal }) =>
      api.get<{ packages: readonly ShippedPackage[] }>('operation/packages', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return null;
  const word = (name: string) => t(`settings.operation.packages.${name}`);
  const counts = [...Map.groupBy(data.packages, ({ license }) => license || word('unknown'))]
    .map(([license, own]) => [license, own.length] as const)
    .sort(([, one], [, other]) => other - one);
  return (
    <Section
      title={word('title')}
      text={t('settings.operation.packages.text', { count: data.packages.length })}
      aside={
        <Button variant="default" onClick={() => setOpen(true)}>
          {word('show')}
        </Button>
      }
    >
      <span className={classes.faint}>
        {counts.map(([license, count]) => `${license} ${count}`).join(' · ')}
      </span>
      <Modal opened={open} onClose={() => setOpen(false)} size="lg" title={word('title')}>
        <SettingsTable columns={[word('name'), word('version'), word('license')]}>
          {data.packages.map(({ name, version, license }) => (
            <tr key={`${name} ${version}`}>
              <td style={{ wordBreak: 'break-all', whiteSpace: 'normal' }}>{name}</td>
              <td className={classes.faint}>{version}</td>
              <td>{license || word('unknown')}</td>
            </tr>
          ))}
        </SettingsTable>
      </Modal>
    </Section>
  );
}
