import { ActionIcon, Button, Group, Select, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { Modal } from '#web/kit/modal.tsx';
import { statusColors } from '#web/kit/palette.ts';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { finished, newCondition } from '#web/views/filters/builder/drafts.ts';
import { GroupEditor } from '#web/views/filters/builder/group-editor.tsx';
import { allOfThese, type ConditionGroup, readWhere, writeWhere } from '#web/views/filters/where.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import classes from './colors.module.css';

interface ColorsDialogProps {
  readonly object: ObjectMeta;
  readonly state: ViewState;
  onClose(): void;
}

interface Draft {
  readonly color: string;
  readonly column: string | undefined;
  readonly where: ConditionGroup;
}

/** As many rules the server tells of each record. */
const most = 10;

/** Which records are coloured and how: a condition, a colour, and whether the row or one cell has it. */
export function ColorsDialog({ object, state, onClose }: ColorsDialogProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const narrow = useNarrow();
  const blank: Draft = { color: 'amber', column: undefined, where: allOfThese([newCondition]) };
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => {
    const rules = (state.search.colors ?? []).map(({ where, color, column }) => ({
      ...{ color, column, where: readWhere(where) },
    }));
    return rules.length > 0 ? rules : [blank];
  });
  const change = (index: number, part: Partial<Draft>) =>
    setDrafts(drafts.map((draft, place) => (place === index ? { ...draft, ...part } : draft)));
  const apply = () => {
    const rules = drafts.flatMap(({ color, column, where }) => {
      const written = writeWhere(finished(meta, object.name, where));
      return written === undefined ? [] : [{ where: written, color, ...(column && { column }) }];
    });
    state.change({ colors: rules.length > 0 ? rules : undefined });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('list.colors')} size={760} fullScreen={narrow}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <Stack gap="md">
          {drafts.map(({ color, column, where }, index) => {
            const key = `${index}`;
            return (
              <div key={key} className={classes.rule}>
                <Group gap="xs" wrap="wrap">
                  <Group gap={4} aria-label={t('list.color')}>
                    {statusColors.map((each) => (
                      <button
                        key={each}
                        type="button"
                        aria-pressed={each === color}
                        aria-label={t(`list.colorNames.${each}`)}
                        className={classes.swatch}
                        data-color={each}
                        onClick={() => change(index, { color: each })}
                      />
                    ))}
                  </Group>
                  <Select
                    size="xs"
                    w={200}
                    aria-label={t('list.colored')}
                    data={[
                      { value: '', label: t('list.wholeRow') },
                      ...state.columns.map(({ path, label }) => ({ value: path, label })),
                    ]}
                    value={column ?? ''}
                    onChange={(next) => change(index, { column: next || undefined })}
                  />
                  <ActionIcon
                    ml="auto"
                    aria-label={t('list.removeColor')}
                    onClick={() => setDrafts(drafts.toSpliced(index, 1))}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                </Group>
                <GroupEditor
                  object={object}
                  group={where}
                  depth={0}
                  onChange={(next) => change(index, { where: next })}
                />
              </div>
            );
          })}
          <Group justify="space-between">
            <Button
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              disabled={drafts.length >= most}
              onClick={() => setDrafts([...drafts, blank])}
            >
              {t('list.addColor')}
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
