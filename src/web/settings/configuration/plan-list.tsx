import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import settings from '../settings.module.css';
import type { Plan } from './use-configuration.ts';

interface PlanListProps {
  readonly plan: Plan;
  readonly applying: boolean;
  onApply(): void;
  onCancel(): void;
}

const colors = { create: 'green', update: 'blue', left: 'grey' } as const;

/** What a configuration would change, one line for each record, before it is applied. */
export function PlanList({ plan, applying, onApply, onCancel }: PlanListProps) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const labelOf = (name: string) => objects.find((object) => object.name === name)?.label ?? name;
  const lines = [
    ...Object.entries(plan.settings).map(([name, values]) => ({
      ...{ change: 'update' as const, what: t('settings.configuration.settings') },
      name: t([`settings.configuration.names.${name}`, `settings.audit.facts.${name}`]),
      fields: { '': values },
    })),
    ...plan.records.map(({ object, key, change, fields }) => ({
      ...{ change, what: labelOf(object), fields },
      name: Object.entries(key)
        .filter(([, value]) => value !== null)
        .map(([field, value]) => (field === 'object' ? labelOf(String(value)) : String(value)))
        .join(' · '),
    })),
  ];
  const changes = lines.filter(({ change }) => change !== 'left');
  return (
    <>
      {lines.length > 0 && (
        <div className={settings.scroll}>
          <table className={settings.table}>
            <tbody>
              {lines.map(({ change, what, name, fields }) => (
                <tr key={`${what} ${name}`}>
                  <td>
                    <StatusBadge color={colors[change]}>
                      {t(`settings.configuration.changes.${change}`)}
                    </StatusBadge>
                  </td>
                  <td>{what}</td>
                  <td>{name}</td>
                  <td className={settings.faint} style={{ whiteSpace: 'normal', minWidth: 180 }}>
                    {change === 'update'
                      ? Object.entries(fields).flatMap(partsThatDiffer).map(inWords).join(', ')
                      : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changes.length === 0 && <Text size="sm">{t('settings.configuration.nothing')}</Text>}
      <Group gap="sm">
        <Button variant="default" onClick={onCancel}>
          {t('secondFactor.cancel')}
        </Button>
        {changes.length > 0 && (
          <Button color="seal" loading={applying} onClick={onApply}>
            {t('settings.configuration.apply', { count: changes.length })}
          </Button>
        )}
      </Group>
    </>
  );
}

type Difference = [string, readonly [unknown, unknown]];

/** Of a value that has parts, those that differ. */
function partsThatDiffer([field, [before, after]]: Difference): Difference[] {
  if (!hasParts(before) || !hasParts(after))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [[field, [before, after]]];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((part) =>
    partsThatDiffer([field === '' ? part : `${field}.${part}`, [before[part] ?? null, after[part] ?? null]]),
  );
}

function hasParts(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inWords([field, [before, after]]: Difference): string {
  const said = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return `${field === '' ? '' : `${field}: `}${before === null ? '–' : said(before)} → ${after === null ? '–' : said(after)}`;
}
