import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../section.tsx';
import { SettingsTable } from '../settings-table.tsx';
import { AutomationRow } from './automation-row.tsx';
import classes from './automations.module.css';
import { type StoredAutomation, useAutomationObject, useAutomations } from './use-automations.ts';

const AutomationEditor = lazy(() =>
  import('./editor/automation-editor.tsx').then(({ AutomationEditor: Editor }) => ({ default: Editor })),
);

/** What the company has drawn: when something happens to a record, and if a condition holds, steps follow. */
export function Automations() {
  const { t } = useTranslation();
  const kind = useAutomationObject();
  const drawn = useAutomations(kind?.name ?? '');
  const [editing, edit] = useState<StoredAutomation | 'new'>();
  if (!kind) return null;
  return (
    <>
      <Section
        title={t('settings.automations.title')}
        text={t('settings.automations.text')}
        flush
        aside={
          <Button color="seal" leftSection={<IconPlus size={15} />} onClick={() => edit('new')}>
            {t('settings.automations.add')}
          </Button>
        }
      >
        {drawn?.length === 0 && <p className={classes.none}>{t('settings.automations.none')}</p>}
        {drawn !== undefined && drawn.length > 0 && (
          <SettingsTable columns={[t('settings.automations.name'), t('settings.automations.active'), null]}>
            {drawn.map((automation) => (
              <AutomationRow
                key={automation.id}
                kind={kind}
                automation={automation}
                onEdit={() => edit(automation)}
              />
            ))}
          </SettingsTable>
        )}
      </Section>
      {editing && (
        <Suspense fallback={null}>
          <AutomationEditor
            kind={kind}
            automation={editing === 'new' ? undefined : editing}
            onClose={() => edit(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
