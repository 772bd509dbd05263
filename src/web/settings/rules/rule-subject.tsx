import { Input, MultiSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Field } from '#kernel/field/field.ts';
import type { FieldEffect } from '#kernel/field-rule.ts';
import { mayBe } from '#kernel/run-time/company-field-rule.ts';
import { mayStandTogether } from '#kernel/run-time/together.ts';
import { ExpressionEditor } from '../expressions/expression-editor.tsx';
import { OfferedChoices } from './offered-choices.tsx';
import type { RuleSubjectProps } from './rule-subject-props.ts';
import type { RuleDraft } from './use-rules.ts';

/** What a rule is about: a condition that refuses, values that do not repeat, what fields are meanwhile, or choices. */
export type RuleKind = 'condition' | 'together' | 'fields' | 'offered';

export const ruleKinds: readonly RuleKind[] = ['condition', 'together', 'fields', 'offered'];
const effects: readonly FieldEffect[] = ['shown', 'required', 'readOnly'];

export function kindOf({ together, effect }: RuleDraft): RuleKind {
  if ((effect ?? null) !== null) return effect === 'offered' ? 'offered' : 'fields';
  return (together ?? null) === null ? 'condition' : 'together';
}

/** A draft that begins anew as a rule of another kind. */
export function ofKind(kind: RuleKind): RuleDraft {
  return {
    ...{ condition: null, among: null, offers: null, together: kind === 'together' ? [] : null },
    ...(kind === 'fields' ? { effect: 'required', affects: [] } : { effect: null, affects: null }),
    ...(kind === 'offered' && { effect: 'offered', affects: [], offers: {} }),
  };
}

/** Whether enough is said for the rule to be kept. */
export function isSaid(draft: RuleDraft): boolean {
  const kind = kindOf(draft);
  if (kind === 'together') return (draft.together?.length ?? 0) > 0;
  if (!draft.condition || (kind === 'offered' && Object.values(draft.offers ?? {}).flat().length === 0))
    return false;
  return kind === 'condition' || (draft.affects?.length ?? 0) > 0;
}

/** What is asked of a rule by its kind. */
export function RuleSubject(props: RuleSubjectProps) {
  const { t } = useTranslation();
  const { object, draft, errors, change } = props;
  const kind = kindOf(draft);
  if (kind === 'together') return <Repetition {...props} />;
  if (kind === 'offered') return <OfferedChoices {...props} />;
  const of = kind === 'fields' ? 'whenHelp' : 'conditionHelp';
  return (
    <>
      {kind === 'fields' && <AffectedFields {...props} />}
      <ExpressionEditor
        object={object}
        label={t(kind === 'fields' ? `settings.rules.when.${draft.effect}` : 'settings.rules.condition')}
        description={t(`settings.rules.${of}`)}
        valueLabel={t(kind === 'fields' ? 'settings.rules.holdsThere' : 'settings.rules.holds')}
        value={draft.condition ?? ''}
        wanted="boolean"
        error={errors.condition}
        onChange={(condition) => change({ condition })}
      />
    </>
  );
}

function Repetition({ object, draft, errors, change }: RuleSubjectProps) {
  const { t } = useTranslation();
  return (
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
        optional
        error={errors.among}
        onChange={(among) => change({ among: among || null })}
      />
    </>
  );
}

function AffectedFields({ object, draft, errors, change }: RuleSubjectProps) {
  const { t } = useTranslation();
  const effect = draft.effect ?? 'required';
  const fitting = object.fields.filter((field) => mayBe(effect, field as Field));
  return (
    <>
      <Input.Wrapper label={t('settings.rules.effect')}>
        <div>
          <SegmentedControl
            value={effect}
            onChange={(next) => change({ effect: next as FieldEffect })}
            data={effects.map((value) => ({ value, label: t(`settings.rules.effects.${value}`) }))}
          />
        </div>
      </Input.Wrapper>
      <MultiSelect
        label={t('settings.rules.affects')}
        description={t(`settings.rules.affectsHelp.${effect}`)}
        data={fitting.map(({ name, label }) => ({ value: name, label }))}
        value={(draft.affects ?? []).filter((name) => fitting.some((field) => field.name === name))}
        onChange={(affects) => change({ affects })}
        error={errors.affects}
        searchable
        withAsterisk
      />
    </>
  );
}
