import { ActionIcon, Anchor, Badge, Group } from '@mantine/core';
import { IconArchive, IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { labelOf } from '../own/label-of.ts';
import { PutAwayDialog } from '../own/put-away-dialog.tsx';
import { useSaveOwn } from '../own/use-save-own.ts';
import settings from '../settings.module.css';
import type { Definition } from './definition.ts';
import classes from './fields.module.css';
import { useDefinitions, useFaults, useFormulas } from './use-definitions.ts';
import { useTypeLabel } from './use-type-label.ts';

interface FieldTableProps {
  readonly object: ObjectMeta;
  readonly defining: ObjectMeta;
  onEdit(definition: Definition): void;
}

/** Added fields first, as they can be changed; below them those that come with the product. */
export function FieldTable({ object, defining, onEdit }: FieldTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { data: definitions = [] } = useDefinitions(defining.name, object.name, false);
  const { data: formulas = {} } = useFormulas(object.name);
  const { data: faults = new Map<string, string>() } = useFaults();
  const [leaving, setLeaving] = useState<Definition>();
  const save = useSaveOwn<Definition>(defining.name);
  const move = async (from: number, to: number) => {
    const order = [...definitions];
    const [moved] = order.splice(from, 1);
    if (moved) order.splice(to, 0, moved);
    try {
      for (const [position, { id, position: before }] of order.entries())
        if (before !== position) await save.mutateAsync({ id, values: { position } });
    } catch (error) {
      toastProblem(error as Error);
    }
  };
  return (
    <div className={settings.scroll}>
      <table className={`${settings.table} ${classes.fields}`}>
        <thead>
          <tr>
            <th>{t('settings.fields.label')}</th>
            <th className={classes.roomy}>{t('settings.fields.type')}</th>
            <th className={classes.roomy}>{t('settings.fields.rules')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {definitions.map((definition, index) => (
            <tr key={definition.id}>
              <td>
                <Anchor component="button" type="button" inherit onClick={() => onEdit(definition)}>
                  {labelOf(definition, locale)}
                </Anchor>
                <span className={classes.name}>{definition.name}</span>
                {definition.expression !== null && (
                  <code className={classes.formula}>{definition.expression}</code>
                )}
                <Brief
                  type={definition.type}
                  required={isRequired(definition)}
                  unique={definition.unique === true}
                />
                {faults.has(definition.id) && (
                  <span className={classes.fault}>
                    {t('settings.fields.fault', { reason: faults.get(definition.id) })}
                  </span>
                )}
              </td>
              <TypeCell type={definition.type} />
              <td className={classes.roomy}>
                <Rules required={isRequired(definition)} unique={definition.unique === true} />
              </td>
              <td>
                <Group gap={2} justify="flex-end" wrap="nowrap">
                  <ActionIcon
                    aria-label={t('settings.fields.edit', { label: labelOf(definition, locale) })}
                    onClick={() => onEdit(definition)}
                  >
                    <IconPencil size={14} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={t('list.moveUp', { label: labelOf(definition, locale) })}
                    disabled={index === 0 || save.isPending}
                    onClick={() => move(index, index - 1)}
                  >
                    <IconArrowUp size={14} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={t('list.moveDown', { label: labelOf(definition, locale) })}
                    disabled={index === definitions.length - 1 || save.isPending}
                    onClick={() => move(index, index + 1)}
                  >
                    <IconArrowDown size={14} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={t('settings.own.putAway', { label: labelOf(definition, locale) })}
                    onClick={() => setLeaving(definition)}
                  >
                    <IconArchive size={15} />
                  </ActionIcon>
                </Group>
              </td>
            </tr>
          ))}
          {object.fields.filter(isStandard).map((field) => (
            <tr key={field.name}>
              <td className={classes.standard}>
                {field.label}
                <span className={classes.name}>{field.name}</span>
                {formulas[field.name] !== undefined && (
                  <code className={classes.formula}>{formulas[field.name]}</code>
                )}
                <Brief
                  type={field.type}
                  required={field.required}
                  unique={field.unique}
                  origin={t('settings.fields.standard')}
                />
              </td>
              <TypeCell type={field.type} />
              <td className={classes.roomy}>
                <Rules required={field.required} unique={field.unique} />
              </td>
              <td>
                <span className={`${settings.faint} ${classes.roomy}`}>{t('settings.fields.standard')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {leaving && (
        <PutAwayDialog
          kind="fields"
          definition={leaving}
          defining={defining.name}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </div>
  );
}

const system = new Set(['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

function isStandard({ name, added }: FieldMeta): boolean {
  return added !== true && !system.has(name);
}

function isRequired({ required, requiredWhen }: Definition): boolean {
  return required === true || requiredWhen !== null;
}

interface RulesProps {
  readonly required: boolean;
  readonly unique: boolean;
}

/** On a phone, where there is no room for columns. */
function Brief({ type, origin, ...rules }: RulesProps & { type: string; origin?: string }) {
  const typeLabel = useTypeLabel();
  return (
    <span className={classes.brief}>
      {typeLabel(type)} <Rules {...rules} />
      {origin !== undefined && <span className={settings.faint}>{origin}</span>}
    </span>
  );
}

function TypeCell({ type }: { type: string }) {
  return <td className={classes.roomy}>{useTypeLabel()(type)}</td>;
}

function Rules({ required, unique }: RulesProps) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap">
      {required && <Badge variant="default">{t('settings.fields.required')}</Badge>}
      {unique && <Badge variant="default">{t('settings.fields.unique')}</Badge>}
    </Group>
  );
}
