import { Button, Group, Input, SegmentedControl, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Modal } from '#web/kit/modal.tsx';
import { toast } from '#web/kit/toast.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import fields from '../fields/fields.module.css';
import { knownOffers } from './known-offers.ts';
import { isSaid, kindOf, ofKind, type RuleKind, RuleSubject, ruleKinds } from './rule-subject.tsx';
import { type Rule, type RuleDraft, useSaveRule } from './use-rules.ts';

interface RuleDialogProps {
  readonly object: ObjectMeta;
  readonly rules: string;
  readonly rule: Rule | undefined;
  onClose(): void;
}

/** A rule: what it is about, and what is said to who breaks it, beside which field. */
export function RuleDialog({ object, rules, rule, onClose }: RuleDialogProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const zh = useLocale() === 'zh-CN';
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule, object));
  const change = (values: RuleDraft) => setDraft((before) => ({ ...before, ...values }));
  const kind = kindOf(draft);
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
                fullWidth={narrow}
                orientation={narrow ? 'vertical' : 'horizontal'}
                value={kind}
                onChange={(next) => change(ofKind(next as RuleKind))}
                data={ruleKinds.map((value) => ({ value, label: t(`settings.rules.kinds.${value}`) }))}
              />
            </div>
          </Input.Wrapper>
          <RuleSubject object={object} draft={draft} errors={errors} change={change} />
          {(kind === 'condition' || kind === 'together') && (
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
          )}
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
              disabled={!draft.name || !isSaid(draft)}
            >
              {t('settings.rules.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const known = {
  name: 1,
  condition: 1,
  together: 1,
  among: 1,
  affects: 1,
  offers: 1,
  messageZh: 1,
  messageEn: 1,
  field: 1,
};

function draftOf(rule: Rule | undefined, object: ObjectMeta): RuleDraft {
  if (rule === undefined) return { object: object.name, active: true };
  const { id: _, version: __, ...draft } = rule;
  return { ...draft, object: object.name, offers: knownOffers(object, draft) };
}
