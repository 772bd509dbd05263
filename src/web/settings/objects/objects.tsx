import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PutAway } from '../own/put-away.tsx';
import { Section } from '../section.tsx';
import { ObjectDialog } from './object-dialog.tsx';
import { ObjectTable } from './object-table.tsx';
import type { OwnObject } from './own-object.ts';
import { useObjectDefining, useOwnObjects } from './use-own-objects.ts';

/** The kinds of records that the company adds to those of the product. */
export function Objects() {
  const { t } = useTranslation();
  const defining = useObjectDefining();
  const [editing, setEditing] = useState<OwnObject | 'new'>();
  if (!defining) return null;
  return (
    <>
      <Section
        title={t('settings.objects.title')}
        text={t('settings.objects.text')}
        flush
        aside={
          <Button color="seal" leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
            {t('settings.objects.add')}
          </Button>
        }
      >
        <ObjectTable defining={defining} onEdit={setEditing} />
      </Section>
      <ObjectsPutAway defining={defining.name} />
      {editing && (
        <ObjectDialog
          defining={defining}
          definition={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

function ObjectsPutAway({ defining }: { defining: string }) {
  const { data: definitions = [] } = useOwnObjects(defining, true);
  return <PutAway kind="objects" defining={defining} definitions={definitions} />;
}
