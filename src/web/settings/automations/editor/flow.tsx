import { useTranslation } from 'react-i18next';
import { ConditionCard } from './condition-card.tsx';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';
import { StepList } from './step-list.tsx';
import { TriggerCard } from './trigger-card.tsx';

/** When, if, and then the steps in order: cards one below the other, each edited in its place. */
export function Flow() {
  const { t } = useTranslation();
  const { draft, change } = useDrawing();
  return (
    <div className={classes.flow}>
      <TriggerCard />
      <ConditionCard />
      <StepList
        steps={draft.steps}
        at="steps"
        label={t('settings.automations.steps')}
        onChange={(steps, said) => change({ steps }, said)}
      />
    </div>
  );
}
