import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { Modal } from '#web/kit/modal.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import type { ViewState } from '../../use-view-state.ts';
import { useConditionWords } from '../use-condition-words.ts';
import { type ConditionGroup, noConditions, readWhere, writeWhere } from '../where.ts';
import { finished, newCondition } from './drafts.ts';
import { GroupEditor } from './group-editor.tsx';

interface FilterBuilderProps {
  readonly object: ObjectMeta;
  readonly state: Pick<ViewState, 'view' | 'search' | 'change'>;
  onClose(): void;
}

/** Puts conditions together: on fields, through references and on related records, in groups within groups. */
export function FilterBuilder({ object, state, onClose }: FilterBuilderProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const narrow = useNarrow();
  const given = readWhere(state.search.where);
  const [draft, setDraft] = useState<ConditionGroup>(
    given.parts.length === 0 ? { ...given, parts: [newCondition] } : given,
  );
  const base = readWhere(state.view.where);
  const words = useConditionWords(object.name, [base, draft]);
  const ready = finished(meta, object.name, draft);
  const sentence = words(ready);
  const apply = (group: ConditionGroup) => {
    state.change({ where: writeWhere(group) });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('filter.builder')} size={760} fullScreen={narrow}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // It may stand over a form of its own, which is not meant.
          event.stopPropagation();
          apply(ready);
        }}
      >
        <Stack gap="md">
          {base.parts.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('filter.within', { view: state.view.label, sentence: words(base) })}
            </Text>
          )}
          <GroupEditor object={object} group={draft} depth={0} onChange={setDraft} />
          <Text size="sm" c="dimmed" aria-live="polite" data-testid="sentence">
            {sentence || t('filter.nothing')}
          </Text>
          <Group justify="space-between">
            <Button variant="subtle" onClick={() => apply(noConditions)}>
              {t('list.clearFilters')}
            </Button>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('record.cancel')}
              </Button>
              <Button type="submit" color="seal">
                {t('list.apply')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
