import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { PutAway } from '../own/put-away.tsx';
import { Section } from '../section.tsx';
import type { Definition } from './definition.ts';
import { FieldDialog } from './field-dialog.tsx';
import { FieldTable } from './field-table.tsx';
import classes from './fields.module.css';
import { useDefiningObject, useDefinitions } from './use-definitions.ts';

const Likenesses = lazyView(() => import('../likenesses/likenesses.tsx'), 'Likenesses');
const Rules = lazyView(() => import('../rules/rules.tsx'), 'Rules');

/** The fields of each object: those that come with the product, and those that the company adds. */
export function Fields() {
  const { t } = useTranslation();
  const meta = useMeta();
  const defining = useDefiningObject();
  const ruleObject = meta.objects.find(({ purpose }) => purpose === 'rule');
  const likenessObject = meta.objects.find(({ purpose }) => purpose === 'likeness');
  const offered = meta.objects.filter(
    ({ can, purpose }) => can.create && purpose !== 'definition' && purpose !== 'objectDefinition',
  );
  const listed = meta.navigation.flatMap(({ objects }) => objects);
  const first = listed.find((name) => offered.some((object) => object.name === name));
  const { object: asked } = useSearch({ from: '/app/settings' });
  const [chosen, setChosen] = useState(
    offered.find(({ name }) => name === asked)?.name ?? first ?? offered[0]?.name ?? '',
  );
  const [editing, setEditing] = useState<Definition | 'new'>();
  const object = offered.find(({ name }) => name === chosen);
  if (!defining || !object) return null;
  return (
    <>
      <Section
        title={t('settings.fields.title')}
        text={t('settings.fields.text')}
        flush
        aside={
          <Button color="seal" leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
            {t('settings.fields.add')}
          </Button>
        }
      >
        <div className={classes.object}>
          <Select
            label={t('settings.fields.object')}
            data={[...offered]
              .sort((one, other) => place(listed, one.name) - place(listed, other.name))
              .map(({ name, label }) => ({ value: name, label }))}
            value={chosen}
            onChange={(name) => name && setChosen(name)}
            searchable
            maw={320}
          />
        </div>
        <FieldTable object={object} defining={defining} onEdit={setEditing} />
      </Section>
      {ruleObject && (
        <Suspense fallback={null}>
          <Rules object={object} ruleObject={ruleObject} />
        </Suspense>
      )}
      {likenessObject && (
        <Suspense fallback={null}>
          <Likenesses object={object} ruleObject={likenessObject} />
        </Suspense>
      )}
      <FieldsPutAway object={object.name} defining={defining.name} />
      {editing && (
        <FieldDialog
          object={object}
          defining={defining}
          definition={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

function FieldsPutAway({ object, defining }: { readonly object: string; readonly defining: string }) {
  const { data: definitions = [] } = useDefinitions(defining, object, true);
  return <PutAway kind="fields" defining={defining} definitions={definitions} />;
}

function place(listed: readonly string[], name: string): number {
  return listed.includes(name) ? listed.indexOf(name) : listed.length;
}
