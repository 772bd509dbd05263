import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { relatedTo } from '../condition-field.ts';
import type { Condition, ConditionGroup } from '../where.ts';
import classes from './builder.module.css';
import { ConditionRow } from './condition-row.tsx';
import { newCondition, newGroup, newRelated } from './drafts.ts';
import { RelatedRow } from './related-row.tsx';

interface GroupEditorProps {
  readonly object: ObjectMeta;
  readonly group: ConditionGroup;
  /** How many groups it is within. */
  readonly depth: number;
  onChange(group: ConditionGroup): void;
  onRemove?: (() => void) | undefined;
}

/** So deep groups can be put within each other here; the server reads deeper ones. */
const deepest = 4;

const joins = { all: [false, false], any: [true, false], none: [true, true], notAll: [false, true] } as const;

/** Conditions that stand together, and how: a row for each, and buttons for more. */
export function GroupEditor({ object, group, depth, onChange, onRemove }: GroupEditorProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const { any, not, parts } = group;
  const join = any ? (not ? 'none' : 'any') : not ? 'notAll' : 'all';
  const add = (part: Condition) => onChange({ ...group, parts: [...parts, part] });
  const related = relatedTo(meta, object).length > 0;
  return (
    <fieldset className={classes.group} data-inner={depth > 0 || undefined}>
      {(parts.length > 1 || not || onRemove) && (
        <div className={classes.head}>
          <Select
            size="xs"
            w={170}
            aria-label={t('filter.join')}
            data={Object.keys(joins).map((value) => ({ value, label: t(`filter.${value}`) }))}
            value={join}
            onChange={(next) => {
              const [nextAny, nextNot] = joins[(next ?? 'all') as keyof typeof joins];
              onChange({ ...group, any: nextAny, not: nextNot });
            }}
          />
          {onRemove && (
            <ActionIcon aria-label={t('filter.removeGroup')} onClick={onRemove}>
              <IconTrash size={15} />
            </ActionIcon>
          )}
        </div>
      )}
      {parts.map((part, index) => {
        const onRemovePart = () => onChange({ ...group, parts: parts.toSpliced(index, 1) });
        const change = (next: Condition) => onChange({ ...group, parts: parts.with(index, next) });
        // What is typed belongs to a row as long as it is on the same field at the same place.
        const key = `${index} ${part.kind === 'field' ? part.path : part.kind}`;
        const shared = { object, onRemove: onRemovePart };
        if (part.kind === 'group')
          return <GroupEditor key={key} {...shared} group={part} depth={depth + 1} onChange={change} />;
        if (part.kind === 'field')
          return <ConditionRow key={key} {...shared} condition={part} onChange={change} />;
        const other = meta.objects.find(({ name }) => name === part.object);
        return (
          <RelatedRow key={key} {...shared} related={part} onChange={change}>
            {other && (
              <GroupEditor
                object={other}
                group={part.where}
                depth={depth + 1}
                onChange={(where) => change({ ...part, where })}
              />
            )}
          </RelatedRow>
        );
      })}
      <div className={classes.add}>
        <AddButton label={t('filter.addCondition')} onClick={() => add(newCondition)} />
        {related && depth < deepest && (
          <AddButton label={t('filter.addRelated')} onClick={() => add(newRelated)} />
        )}
        {depth < deepest && <AddButton label={t('filter.addGroup')} onClick={() => add(newGroup)} />}
      </div>
    </fieldset>
  );
}

function AddButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={13} />} onClick={onClick}>
      {label}
    </Button>
  );
}
