import { useTranslation } from 'react-i18next';
import { WhereField } from '../../where-field.tsx';
import { useDrawing } from './drawing.ts';
import { FlowCard } from './flow-card.tsx';

/** If a condition holds, in the words of every filter; without one for every record. */
export function ConditionCard() {
  const { t } = useTranslation();
  const { object, draft, errors, change } = useDrawing();
  return (
    <FlowCard mark={t('settings.automations.if')} title={t('settings.automations.condition')}>
      <WhereField
        object={object}
        all={t('settings.automations.always')}
        where={draft.where ?? undefined}
        error={errors.where}
        onChange={(where) => change({ where: where ?? null })}
      />
    </FlowCard>
  );
}
