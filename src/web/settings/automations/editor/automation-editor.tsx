import { Button, Group, Select, Switch, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useCreate, useUpdate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useMeta } from '#web/api/queries.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { toast } from '#web/kit/toast.tsx';
import type { StoredAutomation } from '../use-automations.ts';
import { type Draft, DrawingProvider } from './drawing.ts';
import classes from './flow.module.css';
import { Flow } from './flow.tsx';
import { RunTable } from './run-table.tsx';
import { TryOut } from './try-out.tsx';

interface AutomationEditorProps {
  readonly kind: ObjectMeta;
  /** The automation to be changed; a new one when absent. */
  readonly automation: StoredAutomation | undefined;
  onClose(): void;
}

/** Draws an automation: what it is called and for which records, and below it when, if and then. */
export function AutomationEditor({ kind, automation, onClose }: AutomationEditorProps) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const offered = objects.filter(({ configures, unites }) => configures !== true && unites.length === 0);
  const [draft, setDraft] = useState<Draft>(() => draftOf(automation, offered[0]?.name ?? ''));
  const [said, say] = useState('');
  const create = useCreate(kind.name);
  const update = useUpdate(kind.name);
  const error = create.error ?? update.error;
  const errors = error instanceof ProblemError ? error.fields : {};
  const object = objects.find(({ name }) => name === draft.object);
  const change = (values: Partial<Draft>, words = '') => {
    setDraft((before) => ({ ...before, ...values }));
    say(words);
  };
  const wrong = Object.keys(errors).length > 0;
  useEffect(() => {
    if (wrong) document.querySelector('[data-wrong]')?.scrollIntoView({ block: 'center' });
  }, [wrong]);
  const save = () => {
    const values = { ...draft, where: draft.where ?? null };
    const onSuccess = () => {
      onClose();
      toast(t('settings.automations.saved', { name: draft.name }));
    };
    if (automation === undefined) create.mutate(values, { onSuccess });
    else {
      const { object: _, ...changed } = values;
      update.mutate({ id: automation.id, version: automation.version, values: changed }, { onSuccess });
    }
  };
  const title = automation?.name ?? t('settings.automations.add');
  return (
    <Modal opened onClose={onClose} title={title} fullScreen closeOnEscape={false}>
      <div className={classes.head}>
        <TextInput
          label={t('settings.automations.name')}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={errors.name}
          maxLength={80}
          withAsterisk
          data-autofocus
        />
        <Select
          label={t('settings.automations.object')}
          data={offered.map(({ name, label }) => ({ value: name, label }))}
          value={draft.object}
          onChange={(name) => name && change({ ...draftOf(undefined, name), name: draft.name })}
          error={errors.object}
          disabled={automation !== undefined}
          allowDeselect={false}
          searchable
        />
        <Switch
          className={classes.switch}
          label={t('settings.automations.active')}
          checked={draft.active}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
        <Group gap="sm" className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button
            color="seal"
            loading={create.isPending || update.isPending}
            disabled={draft.name.trim() === ''}
            onClick={save}
          >
            {t('record.save')}
          </Button>
        </Group>
      </div>
      <FormProblem error={error} known={shownElsewhere(errors)} />
      <p className={classes.said} role="status">
        {wrong ? t('settings.automations.wrong') : said}
      </p>
      {object && (
        <DrawingProvider value={{ object, draft, errors, change }}>
          <Flow />
          <TryOut />
        </DrawingProvider>
      )}
      {automation && <RunTable automation={automation} />}
    </Modal>
  );
}

/** What is told at its card, or beside its field in the head. */
function shownElsewhere(errors: Readonly<Record<string, string>>): Readonly<Record<string, true>> {
  const at = Object.keys(errors).filter((field) => /^(name|object|trigger|where|steps)(\.|$)/.test(field));
  return Object.fromEntries(at.map((field) => [field, true]));
}

function draftOf(automation: StoredAutomation | undefined, object: string): Draft {
  if (automation === undefined)
    return { name: '', object, active: false, trigger: { on: 'created' }, where: null, steps: [] };
  const { name, active, trigger, where, steps } = automation;
  return { name, object: automation.object, active, trigger, where, steps: steps ?? [] };
}
