import { Button, Input } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { WhereBuilder } from '#web/views/filters/builder/where-builder.tsx';
import { useConditionWords } from '#web/views/filters/use-condition-words.ts';
import { readWhere } from '#web/views/filters/where.ts';

interface RollupConditionProps {
  /** The object whose records are counted or summed. */
  readonly object: ObjectMeta;
  readonly where: unknown;
  readonly error: string | undefined;
  onChange(where: unknown): void;
}

/** Which of the records count: all, or those that meet conditions. */
export function RollupCondition({ object, where, error, onChange }: RollupConditionProps) {
  const { t } = useTranslation();
  const [building, setBuilding] = useState(false);
  const condition = readWhere(where);
  const sentence = useConditionWords(object.name, [condition])(condition);
  return (
    <Input.Wrapper label={t('settings.fields.countedWhere')} error={error}>
      <div>
        <Button
          variant="default"
          leftSection={<IconFilter size={15} />}
          onClick={() => setBuilding(true)}
          styles={{ label: { whiteSpace: 'normal' }, root: { height: 'auto', minHeight: 36 } }}
        >
          {sentence || t('settings.fields.countedAll')}
        </Button>
      </div>
      {building && (
        <WhereBuilder object={object} where={where} onChange={onChange} onClose={() => setBuilding(false)} />
      )}
    </Input.Wrapper>
  );
}
