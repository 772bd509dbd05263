import { useTranslation } from 'react-i18next';
import { WhereField } from '../../../where-field.tsx';
import { branchWays } from '../draft-steps.ts';
import { useDrawing } from '../drawing.ts';
import classes from '../flow.module.css';
import type { StepProps, StepsInside } from '../step-props.ts';

/** Steps that are done where a condition holds by then, and others where it does not. */
export function BranchStep({ step, errors, inner, onChange }: StepProps<'branch'> & StepsInside) {
  const { t } = useTranslation();
  const { object } = useDrawing();
  return (
    <>
      <WhereField
        object={object}
        label={t('settings.automations.branchIf')}
        all={t('settings.automations.chooseCondition')}
        where={step.where ?? undefined}
        error={errors.where}
        onChange={(where) => onChange({ ...step, where: where ?? null })}
      />
      {branchWays.map((way) => (
        <section key={way} className={classes.way} aria-label={t(`settings.automations.ways.${way}`)}>
          <h4>{t(`settings.automations.ways.${way}`)}</h4>
          {inner(step, way)}
        </section>
      ))}
    </>
  );
}
