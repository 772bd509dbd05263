import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Field } from '#kernel/field/field.ts';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { mostRounds } from '#kernel/run-time/automation-shapes.ts';
import { isCompared } from '#kernel/run-time/loop-faults.ts';
import { useMeta } from '#web/api/queries.ts';
import { WhereField } from '../../../where-field.tsx';
import { DrawingProvider, useDrawing } from '../drawing.ts';
import classes from '../flow.module.css';
import { leadingTo } from '../leading-to.ts';
import type { StepProps, StepsInside } from '../step-props.ts';
import { ValueRows } from '../value-rows.tsx';

/** Steps that are done for each of some records: which they are, in what order, how many at most, and what is done. */
export function LoopStep({ step, errors, inner, onChange }: StepProps<'forEach'> & StepsInside) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const drawing = useDrawing();
  const offered = objects.filter(({ configures, unites }) => configures !== true && unites.length === 0);
  const target = offered.find(({ name }) => name === step.object);
  const choose = (name: string | null) => {
    const chosen = offered.find((one) => one.name === name);
    if (chosen) onChange({ ...begun(chosen, drawing.object), limit: step.limit });
  };
  return (
    <>
      <Select
        label={t('settings.automations.loop.object')}
        data={offered.map(({ name, label }) => ({ value: name, label }))}
        value={target?.name ?? null}
        onChange={choose}
        error={errors.object}
        searchable
      />
      {target && (
        <>
          <p className={classes.note}>{t('settings.automations.loop.matching')}</p>
          <ValueRows
            fields={target.fields}
            values={step.matching}
            errors={errors}
            group="matching"
            offers={(field: FieldMeta) => isCompared(field as unknown as Field)}
            adds={t('settings.automations.loop.addMatching')}
            onChange={(matching) => onChange({ ...step, matching })}
          />
          <WhereField
            object={target}
            label={t('settings.automations.loop.where')}
            all={t('settings.automations.always')}
            where={step.where ?? undefined}
            error={errors.where}
            onChange={(where) => onChange({ ...step, where: where ?? null })}
          />
          <LoopOrder step={step} target={target} errors={errors} onChange={onChange} />
          <section className={classes.way} aria-label={t('settings.automations.ways.each')}>
            <h4>{t('settings.automations.loop.each', { label: target.label })}</h4>
            <DrawingProvider value={{ ...drawing, object: target, start: drawing.object }}>
              {inner(step, 'steps')}
            </DrawingProvider>
          </section>
        </>
      )}
    </>
  );
}

/** A loop over records of an object that has just been chosen: those that refer to the record, where they do. */
function begun(target: ObjectMeta, own: ObjectMeta): Omit<StepProps<'forEach'>['step'], 'limit'> {
  const about = leadingTo(target, own);
  return {
    ...{ do: 'forEach', object: target.name as never, steps: [] },
    matching: about ? { [about.name]: '$record' } : {},
  };
}

interface LoopOrderProps extends Omit<StepProps<'forEach'>, 'inner'> {
  readonly target: ObjectMeta;
}

function LoopOrder({ step, target, errors, onChange }: LoopOrderProps) {
  const { t } = useTranslation();
  const { sort = '', limit } = step;
  const orders = target.fields
    .filter(({ sortable }) => sortable)
    .flatMap(({ name, label }) => [
      { value: name, label: t('settings.automations.loop.upwards', { label }) },
      { value: `-${name}`, label: t('settings.automations.loop.downwards', { label }) },
    ]);
  const known = sort === '' || orders.some(({ value }) => value === sort);
  return (
    <div className={classes.row}>
      <Select
        label={t('settings.automations.loop.sort')}
        placeholder={t('settings.automations.loop.usualOrder')}
        data={known ? orders : [...orders, { value: sort, label: sort }]}
        value={sort === '' ? null : sort}
        onChange={(next) => {
          const { sort: _, ...others } = step;
          onChange(next === null ? others : { ...others, sort: next });
        }}
        error={errors.sort}
        limit={200}
        searchable
        clearable
      />
      <NumberInput
        label={t('settings.automations.loop.limit')}
        description={t('settings.automations.loop.limitText')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={limit}
        min={1}
        max={mostRounds}
        allowDecimal={false}
        onChange={(next) => typeof next === 'number' && onChange({ ...step, limit: next })}
        error={errors.limit}
      />
    </div>
  );
}
