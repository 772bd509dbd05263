import { Button, Input } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WhereBuilder } from '#web/views/filters/builder/where-builder.tsx';
import { useConditionWords } from '#web/views/filters/use-condition-words.ts';
import { readWhere } from '#web/views/filters/where.ts';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';
import { FlowCard } from './flow-card.tsx';

/** If a condition holds, in the words of every filter; without one for every record. */
export function ConditionCard() {
  const { t } = useTranslation();
  const { object, draft, errors, change } = useDrawing();
  const [building, setBuilding] = useState(false);
  const condition = readWhere(draft.where);
  const sentence = useConditionWords(object.name, [condition])(condition);
  return (
    <FlowCard mark={t('settings.automations.if')} title={t('settings.automations.condition')}>
      <Input.Wrapper error={errors.where}>
        <Button
          variant="default"
          leftSection={<IconFilter size={15} />}
          onClick={() => setBuilding(true)}
          className={classes.sentence}
        >
          {sentence || t('settings.automations.always')}
        </Button>
      </Input.Wrapper>
      {building && (
        <WhereBuilder
          object={object}
          where={draft.where ?? undefined}
          onChange={(where) => change({ where: where ?? null })}
          onClose={() => setBuilding(false)}
        />
      )}
    </FlowCard>
  );
}
