import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import link from '#web/fields/link.module.css';
import { RecordAnchor } from '#web/kit/record-anchor.tsx';
import {
  type AutomationRun,
  type LoopCame,
  type Round,
  type StoredAutomation,
  useRounds,
} from '../use-automations.ts';
import { numberedSteps } from './draft-steps.ts';
import classes from './flow.module.css';

interface LoopsCameProps {
  readonly automation: Pick<StoredAutomation, 'steps'>;
  readonly run: AutomationRun;
}

/** How far each loop of a run has come and what failed first; all of its records on demand. */
export function LoopsCame({ automation, run }: LoopsCameProps) {
  const numbers = new Map(
    numberedSteps(automation.steps ?? []).map(({ step, number }) => [step.key, number]),
  );
  return run.loops.map((loop) => (
    <OneLoop key={loop.step} run={run.id} loop={loop} number={numbers.get(loop.step) ?? '–'} />
  ));
}

function OneLoop({ run, loop, number }: { run: string; loop: LoopCame; number: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { total, done, skipped, waiting, failed, failures, step } = loop;
  const taken = done + skipped + waiting + failed;
  const parts = Object.entries({ done, waiting, skipped, failed })
    .filter(([, count]) => count > 0)
    .map(([state, count]) => t(`settings.automations.loop.came.${state}`, { count }));
  const said = [
    t('settings.automations.loop.wentOver', { number, count: taken }),
    ...(total > taken ? [t('settings.automations.loop.beyond', { count: total - taken })] : []),
  ].join('');
  return (
    <div className={classes.reason}>
      {taken === 0
        ? said
        : `${said}${t('settings.automations.loop.colon')}${parts.join(t('settings.rules.comma'))}`}
      {!open && failures.map((round) => <RoundLine key={round.place} round={round} />)}
      {taken > 0 && (
        <>
          {' '}
          <Anchor
            component="button"
            type="button"
            inherit
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t(`settings.automations.loop.${open ? 'hide' : 'show'}`)}
          </Anchor>
        </>
      )}
      {open && <Rounds run={run} step={step} />}
    </div>
  );
}

function Rounds({ run, step }: { run: string; step: string }) {
  const { t } = useTranslation();
  const { data, hasNextPage, fetchNextPage } = useRounds(run, step);
  return (
    <>
      <ul className={classes.rounds}>
        {data?.pages
          .flatMap(({ rounds }) => rounds)
          .map((round) => (
            <li key={round.place}>
              <RoundLine round={round} />
            </li>
          ))}
      </ul>
      {hasNextPage && (
        <Anchor component="button" type="button" inherit onClick={() => fetchNextPage()}>
          {t('settings.automations.loop.more')}
        </Anchor>
      )}
    </>
  );
}

/** A record of a loop: what it is called, and what became of it. */
function RoundLine({ round }: { round: Round }) {
  const { t } = useTranslation();
  const { object, record, called, state, errors = [] } = round;
  const why = errors.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join(' ');
  return (
    <span className={state === 'failed' ? classes.failure : classes.quietly}>
      {called === null ? (
        t('settings.automations.recordGone')
      ) : (
        <RecordAnchor className={link.link} object={object} id={record}>
          {called}
        </RecordAnchor>
      )}
      {' · '}
      {why || t(`settings.automations.states.${state}`)}
    </span>
  );
}
