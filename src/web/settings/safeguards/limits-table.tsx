import { ActionIcon, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Limits, type Measure, measures } from '#kernel/taking-limits.ts';
import classes from '../settings.module.css';
import own from './safeguards-form.module.css';
import type { SafeguardsJson } from './safeguards-json.ts';

interface LimitsTableProps {
  readonly values: SafeguardsJson;
  /** All that there are. */
  readonly roles: readonly { readonly value: string; readonly label: string }[];
  readonly errors: Readonly<Record<string, string>>;
  onChange(part: Partial<SafeguardsJson>): void;
}

interface Row {
  /** As complaints name it. */
  readonly field: string;
  readonly label: string;
  readonly limits: Limits;
  set(limits: Limits): void;
  remove?(): void;
}

/** Limits for everyone, for roles that have their own, and for those who leave; an empty field is no limit. */
export function LimitsTable({ values, roles, errors, onChange }: LimitsTableProps) {
  const { t } = useTranslation();
  const { everyone, leaving } = values;
  const withoutRole = (name: string) =>
    Object.fromEntries(Object.entries(values.roles).filter(([each]) => each !== name));
  const rows: readonly Row[] = [
    {
      ...{ field: 'everyone', label: t('settings.safeguards.everyone'), limits: everyone },
      set: (limits) => onChange({ everyone: limits }),
    },
    ...Object.entries(values.roles).map(([name, limits]) => ({
      ...{ field: `roles.${name}`, limits },
      label: roles.find(({ value }) => value === name)?.label ?? name,
      set: (changed: Limits) => onChange({ roles: { ...values.roles, [name]: changed } }),
      remove: () => onChange({ roles: withoutRole(name) }),
    })),
    {
      ...{ field: 'leaving', label: t('settings.safeguards.leavers'), limits: leaving },
      set: (limits) => onChange({ leaving: limits }),
    },
  ];
  const free = roles.filter(({ value }) => !(value in values.roles));
  return (
    <>
      <div className={classes.scroll}>
        <table className={`${classes.table} ${own.table}`}>
          <thead>
            <tr>
              <th rowSpan={2}>{t('settings.safeguards.who')}</th>
              {(['exported', 'opened', 'listed'] as const).map((group) => (
                <th key={group} colSpan={2} className={own.group}>
                  {t(`settings.safeguards.groups.${group}`)}
                </th>
              ))}
              <td rowSpan={2} />
            </tr>
            <tr className={own.spans}>
              {measures.map((measure) => (
                <th key={measure}>{t(`settings.safeguards.spans.${measure}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.field}>
                <td>{row.label}</td>
                {measures.map((measure) => (
                  <td key={measure}>
                    <Count row={row} measure={measure} error={errors[`${row.field}.${measure}`]} />
                  </td>
                ))}
                <td>
                  {row.remove && (
                    <ActionIcon
                      aria-label={t('settings.safeguards.removeRole', { role: row.label })}
                      onClick={row.remove}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={own.add}>
        <Select
          w={260}
          aria-label={t('settings.safeguards.addRole')}
          placeholder={t('settings.safeguards.addRole')}
          data={free.map(({ value, label }) => ({ value, label }))}
          value={null}
          onChange={(name) => name && onChange({ roles: { ...values.roles, [name]: everyone } })}
        />
      </div>
    </>
  );
}

function Count({ row, measure, error }: { row: Row; measure: Measure; error: string | undefined }) {
  const { t } = useTranslation();
  return (
    <NumberInput
      w={92}
      hideControls
      aria-label={`${row.label} · ${t(`settings.safeguards.measures.${measure}`)}`}
      placeholder={t('settings.use.unlimited')}
      min={0}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=","
      value={row.limits[measure] ?? ''}
      error={error}
      onChange={(value) => row.set({ ...row.limits, [measure]: value === '' ? null : Number(value) })}
    />
  );
}
