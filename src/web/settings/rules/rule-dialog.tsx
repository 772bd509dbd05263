import {
  Button,
  Group,
  Input,
  Modal,
  MultiSelect,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '#kernel/field/field.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import { mayStandTogether } from '#kernel/run-time/together.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toast } from '#web/kit/toast.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { ExpressionEditor } from '../expressions/expression-editor.tsx';
import fields from '../fields/fields.module.css';
import { type Rule, type RuleDraft, useSaveRule } from './use-rules.ts';

interface RuleDialogProps {
  readonly object: ObjectMeta;
  readonly rules: string;
  readonly rule: Rule | undefined;
  onClose(): void;
}

/** A rule: when a record is wrong, what is said then, and beside which field. */
export function RuleDialog({ object, rules, rule, onClose }: RuleDialogProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const zh = useLocale() === 'zh-CN';
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule, object.name));
  const change = (values: RuleDraft) => setDraft((before) => ({ ...before, ...values }));
  const repeats = (draft.together ?? null) !== null;
  const save = useSaveRule(rules);
  const errors = save.error instanceof ProblemError ? save.error.fields : {};
  const order = zh ? (['messageZh', 'messageEn'] as const) : (['messageEn', 'messageZh'] as const);
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    const { object: _, ...changed } = draft;
    save.mutate(
      { rule, values: rule === undefined ? draft : changed },
      {
        onSuccess: ({ name }) => {
          onClose();
          toast(t('settings.rules.saved', { name }));
        },
      },
    );
  };
  const title = rule === undefined ? t('settings.rules.addTo', { label: object.label }) : rule.name;
  return (
    <Modal opened onClose={onClose} size="xl" fullScreen={narrow} title={title}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('settings.rules.name')}
            value={draft.name ?? ''}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={errors.name}
            maxLength={80}
            withAsterisk
            data-autofocus
          />
          <Input.Wrapper label={t('settings.rules.kind')}>
            <div>
              <SegmentedControl
                value={repeats ? 'together' : 'condition'}
                onChange={(kind) =>
                  change({ condition: null, among: null, together: kind === 'together' ? [] : null })
                }
                data={(['condition', 'together'] as const).map((each) => ({
                  value: each,
                  label: t(`settings.rules.kinds.${each}`),
                }))}
              />
            </div>
          </Input.Wrapper>
          {repeats ? (
            <>
              <MultiSelect
                label={t('settings.rules.together')}
                description={t('settings.rules.togetherHelp')}
                data={object.fields
                  .filter((field) => mayStandTogether(field as Pick<Field, 'type' | 'sealed'>))
                  .map(({ name, label }) => ({ value: name, label }))}
                value={[...(draft.together ?? [])]}
                onChange={(together) => change({ together })}
                error={errors.together}
                maxValues={5}
                searchable
                withAsterisk
              />
              <ExpressionEditor
                object={object}
                label={t('settings.rules.among')}
                description={t('settings.rules.amongHelp')}
                valueLabel={t('settings.rules.isCompared')}
                value={draft.among ?? ''}
                wanted="boolean"
                error={errors.among}
                onChange={(among) => change({ among: among || null })}
              />
            </>
          ) : (
            <ExpressionEditor
              object={object}
              label={t('settings.rules.condition')}
              description={t('settings.rules.conditionHelp')}
              valueLabel={t('settings.rules.holds')}
              value={draft.condition ?? ''}
              wanted="boolean"
              error={errors.condition}
              onChange={(condition) => change({ condition })}
            />
          )}
          <div className={fields.row}>
            {order.map((name, index) => (
              <TextInput
                key={name}
                label={t(`settings.rules.${name}`)}
                value={draft[name] ?? ''}
                onChange={(event) => change({ [name]: event.currentTarget.value || null })}
                error={index === 0 ? (errors.messageZh ?? errors.messageEn) : undefined}
                maxLength={255}
                withAsterisk={index === 0}
              />
            ))}
            <Select
              label={t('settings.rules.field')}
              placeholder={t('settings.rules.noField')}
              data={object.fields
                .filter(({ readOnly }) => !readOnly)
                .map(({ name, label }) => ({ value: name, label }))}
              value={draft.field ?? null}
              onChange={(field) => change({ field })}
              error={errors.field}
              searchable
              clearable
            />
          </div>
          <Switch
            label={t('settings.rules.active')}
            checked={draft.active === true}
            onChange={(event) => change({ active: event.currentTarget.checked })}
          />
          <FormProblem error={save.error} known={known} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button
              type="submit"
              color="seal"
              loading={save.isPending}
              disabled={!draft.name || !(repeats ? draft.together?.length : draft.condition)}
            >
              {t('settings.rules.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const known = { name: 1, condition: 1, together: 1, among: 1, messageZh: 1, messageEn: 1, field: 1 };

function draftOf(rule: Rule | undefined, object: string): RuleDraft {
  if (rule === undefined) return { object, active: true };
  const { name, condition, together, among, messageZh, messageEn, field, active } = rule;
  return { object, name, condition, together, among, messageZh, messageEn, field, active };
}
