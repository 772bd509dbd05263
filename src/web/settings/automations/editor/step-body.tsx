import { useTranslation } from 'react-i18next';
import classes from './flow.module.css';
import { SpanInput } from './span-input.tsx';
import type { StepProps, StepsInside } from './step-props.ts';
import { ActionStep } from './steps/action-step.tsx';
import { BranchStep } from './steps/branch-step.tsx';
import { CallStep } from './steps/call-step.tsx';
import { CreateStep } from './steps/create-step.tsx';
import { LoopStep } from './steps/loop-step.tsx';
import { MailStep } from './steps/mail-step.tsx';
import { NotifyStep } from './steps/notify-step.tsx';
import { UpdateStep } from './steps/update-step.tsx';

/** What is asked of a step by its kind, and what is wrong with it as a whole. */
export function StepBody(props: StepProps & StepsInside) {
  const { errors } = props;
  const whole = errors.do ?? errors.values;
  return (
    <>
      <KindOfStep {...props} />
      {whole && <p className={classes.error}>{whole}</p>}
    </>
  );
}

function KindOfStep({ step, inner, ...rest }: StepProps & StepsInside) {
  switch (step.do) {
    case 'update':
      return <UpdateStep step={step} {...rest} />;
    case 'create':
      return <CreateStep step={step} {...rest} />;
    case 'action':
      return <ActionStep step={step} {...rest} />;
    case 'notify':
      return <NotifyStep step={step} {...rest} />;
    case 'mail':
      return <MailStep step={step} {...rest} />;
    case 'wait':
      return <WaitStep step={step} {...rest} />;
    case 'branch':
      return <BranchStep step={step} inner={inner} {...rest} />;
    case 'call':
      return <CallStep step={step} {...rest} />;
    case 'forEach':
      return <LoopStep step={step} inner={inner} {...rest} />;
  }
}

function WaitStep({ step, errors, onChange }: StepProps<'wait'>) {
  const { t } = useTranslation();
  return (
    <SpanInput
      label={t('settings.automations.waitFor')}
      seconds={step.seconds}
      error={errors.seconds}
      onChange={(seconds) => onChange({ ...step, seconds })}
    />
  );
}
