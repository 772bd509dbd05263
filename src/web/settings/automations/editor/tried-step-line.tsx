import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { DrawnStep } from '#kernel/run-time/automation-definition.ts';
import { useMeta } from '#web/api/queries.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { ConsequenceLines } from '#web/record/actions/consequence-lines.tsx';
import { measured } from '../use-automation-words.ts';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';
import type { TriedStep } from './use-automation-trial.ts';

interface TriedStepLineProps {
  readonly number: string;
  readonly drawn: DrawnStep;
  readonly tried: TriedStep;
  /** What does not hold of a branch's condition, in words. */
  readonly unmet: string;
  /** Of a loop, what would become of its records. */
  readonly rounds?: ReactNode;
}

/** What one step would come to: what it would write, whom it would tell, or why it would be refused. */
export function TriedStepLine({ number, drawn, tried, unmet, rounds }: TriedStepLineProps) {
  const { t } = useTranslation();
  const { wrote, also, told, mailed, says, errors, way, calls } = tried;
  const wait = drawn.do === 'wait' ? measured(drawn.seconds) : undefined;
  const { objects } = useMeta();
  const { object } = useDrawing();
  const written = writtenBy(drawn, object, objects);
  const nothing = !(wrote || told || mailed || errors || way || wait || rounds || calls);
  return (
    <>
      <dt className={classes.stepName}>
        {number} {t(`settings.automations.kinds.${drawn.do}`)}
      </dt>
      <dd>
        {errors?.map(({ field, message }) => (
          <p key={field} className={classes.error}>
            {t('settings.automations.refused', { reason: `${calledIn(written, field)}${message}` })}
          </p>
        ))}
        {way && t(`settings.automations.goes.${way}`, { unmet })}
        {wait && t(`settings.automations.spans.${wait.unit}`, { count: wait.amount })}
        {rounds}
        {calls &&
          t(`settings.automations.call.${calls.body === null ? 'wouldNot' : 'would'}`, {
            program: calls.program,
          })}
        {calls?.body && <pre className={classes.words}>{calls.body}</pre>}
        {wrote && <WouldWrite wrote={wrote} />}
        {also && <ConsequenceLines consequences={also} />}
        {told &&
          t(told.length > 0 ? 'settings.automations.toldTo' : 'settings.automations.toldNobody', {
            names: told.join(t('settings.rules.comma')),
          })}
        {mailed && (
          <p className={mailed.outcome === 'went' ? classes.quiet : classes.error}>
            {t(`settings.automations.mailed.${mailed.outcome}`, { name: mailed.name })}
          </p>
        )}
        {says?.subject !== undefined && <p className={classes.words}>{says.subject}</p>}
        {says !== undefined && <p className={classes.words}>{says.text}</p>}
        {nothing && t('settings.automations.nothingDone')}
      </dd>
    </>
  );
}

/** The object of the record that a step makes or changes. */
function writtenBy(step: DrawnStep, own: ObjectMeta, objects: readonly ObjectMeta[]): ObjectMeta | undefined {
  const named = (name: string | undefined) => objects.find((one) => one.name === name);
  if (step.do === 'create') return named(step.object);
  if (step.do !== 'update' || step.through === undefined) return own;
  return named(own.fields.find(({ name }) => name === step.through)?.targets?.[0]);
}

function calledIn(object: ObjectMeta | undefined, name: string): string {
  const label = object?.fields.find((field) => field.name === name)?.label;
  return label === undefined ? '' : `${label}: `;
}

function WouldWrite({ wrote }: { readonly wrote: NonNullable<TriedStep['wrote']> }) {
  const { t } = useTranslation();
  const object = useMeta().objects.find(({ name }) => name === wrote.object);
  const label = object?.label ?? wrote.object;
  const fields = wrote.fields.flatMap(({ name, before, after }) => {
    const field = object?.fields.find((one) => one.name === name);
    return field ? [{ field, before, after }] : [];
  });
  const title = wrote.made ? 'wouldMake' : fields.length > 0 ? 'wouldChange' : 'changesNothing';
  return (
    <>
      {t(`settings.automations.${title}`, { label, name: wrote.name })}
      <ul className={classes.changes}>
        {fields.map(({ field, before, after }) => (
          <li key={field.name}>
            <span>{field.label}</span>
            {!wrote.made && <Value field={field} value={before} />}
            {!wrote.made && '→'}
            <Value field={field} value={after} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Value({ field, value }: Parameters<typeof FieldDisplay>[0]) {
  return isEmpty(value) ? <span>–</span> : <FieldDisplay field={field} value={value} />;
}
