import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { numberedSteps } from './draft-steps.ts';
import { DrawingProvider, useDrawing } from './drawing.ts';
import classes from './flow.module.css';
import { TriedStepLine } from './tried-step-line.tsx';
import type { TriedLoop, TriedStep } from './use-automation-trial.ts';
import { useUnmetSentence } from './use-unmet-sentence.ts';

/** What steps would come to for a record, each in a line. */
export function TriedSteps({ tried }: { readonly tried: readonly TriedStep[] }) {
  const { object, draft } = useDrawing();
  const { objects } = useMeta();
  const numbered = numberedSteps(draft.steps);
  const sentence = useUnmetSentence(
    object.name,
    tried.flatMap(({ unmet = [] }) => unmet),
  );
  return tried.map((step) => {
    const found = numbered.find((one) => one.step.key === step.key);
    if (found === undefined) return null;
    const { step: drawn, number } = found;
    const over = drawn.do === 'forEach' ? objects.find(({ name }) => name === drawn.object) : undefined;
    return (
      <TriedStepLine
        key={step.key}
        number={number}
        drawn={drawn}
        tried={step}
        unmet={sentence(step.unmet ?? [])}
        rounds={step.loop && over && <TriedRounds loop={step.loop} over={over} />}
      />
    );
  });
}

interface TriedRoundsProps {
  readonly loop: TriedLoop;
  readonly over: ReturnType<typeof useDrawing>['object'];
}

/** Over how many records a loop would go, and what would become of the first. */
function TriedRounds({ loop, over }: TriedRoundsProps) {
  const { t } = useTranslation();
  const drawing = useDrawing();
  const { total, taken, tried, failed, rounds, refused } = loop;
  return (
    <>
      <p className={classes.quiet}>
        {t('settings.automations.loop.found', { count: taken, label: over.label })}
        {total > taken && t('settings.automations.loop.beyond', { count: total - taken })}
      </p>
      {failed > 0 && (
        <p className={classes.error}>{t('settings.automations.loop.wouldFail', { count: failed })}</p>
      )}
      <DrawingProvider value={{ ...drawing, object: over, start: drawing.object }}>
        {rounds.map(({ name, steps }, at) => (
          // Two may have the same name.
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order in which they are taken
          <section key={at} className={classes.way} aria-label={name}>
            <h4>{name}</h4>
            <dl className={classes.round}>
              <TriedSteps tried={steps} />
            </dl>
          </section>
        ))}
      </DrawingProvider>
      {refused.map(({ name, errors }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name, and they stand in one order
        <p key={at} className={classes.error}>
          {name}: {errors.map(({ message }) => message).join(' ')}
        </p>
      ))}
      {taken > rounds.length && (
        <p className={classes.note}>
          {t('settings.automations.loop.others', { count: taken - rounds.length, tried })}
        </p>
      )}
    </>
  );
}
