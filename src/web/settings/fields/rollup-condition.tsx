import { Button, Input } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useConditionWords } from '#web/views/filters/use-condition-words.ts';
import { readWhere } from '#web/views/filters/where.ts';

const FilterBuilder = lazyView(
  () => import('#web/views/filters/builder/filter-builder.tsx'),
  'FilterBuilder',
);

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
      <Suspense fallback={null}>
        {building && (
          <FilterBuilder
            object={object}
            state={{
              view: { name: '', label: object.plural, kind: 'table', columns: [] },
              search: { where },
              change: ({ where: next }) => onChange(next),
            }}
            onClose={() => setBuilding(false)}
          />
        )}
      </Suspense>
    </Input.Wrapper>
  );
}
