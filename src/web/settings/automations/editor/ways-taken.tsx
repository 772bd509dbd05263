import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { StoredAutomation, WayTaken } from '../use-automations.ts';
import { numberedSteps } from './draft-steps.ts';
import classes from './flow.module.css';
import { useUnmetSentence } from './use-unmet-sentence.ts';

interface WaysTakenProps {
  readonly automation: Pick<StoredAutomation, 'steps'>;
  readonly object: ObjectMeta['name'];
  readonly ways: readonly WayTaken[];
}

/** Which way was taken at each branch, and what did not hold where it was the other one. */
export function WaysTaken({ automation, object, ways }: WaysTakenProps) {
  const { t } = useTranslation();
  const sentence = useUnmetSentence(
    object,
    ways.flatMap(({ unmet }) => unmet),
  );
  const numbers = new Map(
    numberedSteps(automation.steps ?? []).map(({ step, number }) => [step.key, number]),
  );
  return ways.map(({ step, way, unmet }) => (
    <span key={step} className={classes.reason}>
      {t(`settings.automations.took.${way}`, {
        number: numbers.get(step) ?? '–',
        unmet: sentence(unmet),
      })}
    </span>
  ));
}
