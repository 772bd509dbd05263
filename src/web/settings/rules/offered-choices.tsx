import { Input, MultiSelect, SegmentedControl, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { mayBeOffered } from '#kernel/run-time/company-offers.ts';
import { isObject } from '#kernel/shape.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { ExpressionEditor } from '../expressions/expression-editor.tsx';
import type { RuleSubjectProps } from './rule-subject-props.ts';
import classes from './rules.module.css';

type Rows = Readonly<Record<string, readonly string[]>>;

/** Which choices of a field are offered when: each with choices of another field, or some while a condition holds. */
export function OfferedChoices(props: RuleSubjectProps) {
  const { t } = useTranslation();
  const { object, draft, errors, change } = props;
  const fitting = object.fields.filter((field) => mayBeOffered(field) && !field.readOnly);
  const field = fitting.find(({ name }) => name === draft.affects?.[0]);
  const byField = isObject(draft.offers);
  return (
    <>
      <div className={classes.pair}>
        <Select
          label={t('settings.rules.offeredField')}
          data={optionsOf(fitting)}
          value={field?.name ?? null}
          onChange={(name) =>
            change({ affects: name === null ? [] : [name], offers: byField ? {} : [], condition: null })
          }
          error={errors.affects}
          searchable
          withAsterisk
        />
        <Input.Wrapper label={t('settings.rules.dependsOn')}>
          <div>
            <SegmentedControl
              value={byField ? 'field' : 'condition'}
              onChange={(next) => change({ condition: null, offers: next === 'field' ? {} : [] })}
              data={(['field', 'condition'] as const).map((value) => ({
                ...{ value, label: t(`settings.rules.dependsOnKinds.${value}`) },
              }))}
            />
          </div>
        </Input.Wrapper>
      </div>
      {field && (byField ? <ByField {...props} field={field} /> : <ByCondition {...props} field={field} />)}
    </>
  );
}

interface OfferProps extends RuleSubjectProps {
  readonly field: FieldMeta;
}

/** For each choice of the other field the choices that go with it. */
function ByField({ object, draft, errors, change, field }: OfferProps) {
  const { t } = useTranslation();
  const others = object.fields.filter(({ name, type }) => type === 'choice' && name !== field.name);
  const other = others.find(({ name }) => name === draft.condition);
  const rows = (draft.offers ?? {}) as Rows;
  return (
    <>
      <Select
        label={t('settings.rules.byField')}
        data={optionsOf(others)}
        value={other?.name ?? null}
        onChange={(condition) => change({ condition, offers: {} })}
        error={errors.condition}
        searchable
        withAsterisk
      />
      {other && (
        <Input.Wrapper
          label={t('settings.rules.rows', { field: field.label })}
          description={t('settings.rules.rowsHelp', { field: other.label })}
          error={errors.offers}
        >
          <Stack gap={6} mt="xs">
            {(other.choices ?? []).map(({ value, label, color }) => (
              <div key={value} className={classes.row}>
                <StatusBadge color={color}>{label}</StatusBadge>
                <ChoicesSelect
                  field={field}
                  label={t('settings.rules.row', { field: field.label, value: label })}
                  value={rows[value] ?? []}
                  onChange={(chosen) => change({ offers: { ...rows, [value]: chosen } })}
                />
              </div>
            ))}
          </Stack>
        </Input.Wrapper>
      )}
    </>
  );
}

function ByCondition({ object, draft, errors, change, field }: OfferProps) {
  const { t } = useTranslation();
  return (
    <>
      <Input.Wrapper
        label={t('settings.rules.offers')}
        description={t('settings.rules.offersHelp')}
        error={errors.offers}
        withAsterisk
      >
        <ChoicesSelect
          field={field}
          label={t('settings.rules.offers')}
          value={(draft.offers ?? []) as readonly string[]}
          onChange={(offers) => change({ offers })}
        />
      </Input.Wrapper>
      <ExpressionEditor
        object={object}
        label={t('settings.rules.when.offered')}
        description={t('settings.rules.whenHelp')}
        valueLabel={t('settings.rules.holdsThere')}
        value={draft.condition ?? ''}
        wanted="boolean"
        error={errors.condition}
        onChange={(condition) => change({ condition })}
      />
    </>
  );
}

interface ChoicesSelectProps {
  readonly field: FieldMeta;
  readonly label: string;
  readonly value: readonly string[];
  onChange(value: readonly string[]): void;
}

/** Some choices of a field, in its order. */
function ChoicesSelect({ field, label, value, onChange }: ChoicesSelectProps) {
  const choices = field.choices ?? [];
  return (
    <MultiSelect
      aria-label={label}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      value={[...value]}
      onChange={(chosen) =>
        onChange(choices.map((choice) => choice.value).filter((one) => chosen.includes(one)))
      }
      hidePickedOptions
      searchable
    />
  );
}

function optionsOf(fields: readonly FieldMeta[]) {
  return fields.map(({ name, label }) => ({ value: name, label }));
}
