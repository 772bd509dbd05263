import { ActionIcon, Button, Group, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldRights } from './field-rights.tsx';
import classes from './rights.module.css';
import { type FieldLimits, type ObjectRights, operations, type RightOperation } from './use-rights.ts';

interface RightsRowProps {
  readonly grant: ObjectMeta;
  readonly role: string;
  readonly object: ObjectRights;
  /** What the company has changed. */
  readonly record: RecordJson | undefined;
  /** Without values everything is as declared again. */
  onChange(values?: Readonly<Record<string, unknown>>): void;
}

const ofOwner = ['own', 'team', 'teammates', 'department', 'departmentAndBelow', 'territory'];

/** What one role may do with the records of one object; what differs from the declaration stands out. */
export function RightsRow({ grant, role, object, record, onChange }: RightsRowProps) {
  const { t } = useTranslation();
  const [open, { open: show, close }] = useDisclosure(false);
  const declared = object.grants[role];
  const limits = (record?.fields ?? {}) as FieldLimits;
  const limited = Object.values({ ...declared?.fields, ...limits }).filter(
    (limit) => limit !== 'write',
  ).length;
  return (
    <tr>
      <td>{object.label}</td>
      {operations.map((operation) => (
        <td key={operation}>
          {(operation === 'read' || !object.readOnly) && (
            <Right
              grant={grant}
              label={object.label}
              operation={operation}
              owned={object.owned}
              declared={declared?.[operation] ?? 'none'}
              value={(record?.[operation] as string | null | undefined) ?? null}
              onChange={(value) => onChange({ [operation]: value })}
            />
          )}
        </td>
      ))}
      <td>
        <Group gap={4} justify="space-between" wrap="nowrap">
          <Button variant="subtle" size="compact-sm" onClick={show}>
            {limited === 0
              ? t('settings.rights.allFields')
              : t('settings.rights.limited', { count: limited })}
          </Button>
          <ActionIcon
            data-hint={t('settings.rights.reset')}
            size={26}
            aria-label={t('settings.rights.reset')}
            style={{ visibility: record ? 'visible' : 'hidden' }}
            onClick={() => onChange()}
          >
            <IconRestore size={15} />
          </ActionIcon>
        </Group>
        {open && (
          <FieldRights
            object={object}
            declared={declared?.fields ?? {}}
            limits={limits}
            onClose={close}
            onChange={(fields) => onChange({ fields })}
          />
        )}
      </td>
    </tr>
  );
}

interface RightProps {
  readonly grant: ObjectMeta;
  readonly label: string;
  readonly operation: RightOperation;
  readonly owned: boolean;
  readonly declared: string | boolean;
  readonly value: string | null;
  onChange(value: string | null): void;
}

function Right({ grant, label, operation, owned, declared, value, onChange }: RightProps) {
  const { t } = useTranslation();
  const field = grant.fields.find(({ name }) => name === operation);
  const choices = field?.choices ?? [];
  const standing = typeof declared === 'boolean' ? (declared ? 'yes' : 'no') : declared;
  const named = choices.find((choice) => choice.value === standing)?.label ?? t('settings.rights.condition');
  const offered = choices.filter((choice) => owned || !ofOwner.includes(choice.value));
  return (
    <div
      className={classes.right}
      data-brief={choices.length <= 2 || undefined}
      data-changed={value !== null || undefined}
    >
      <NativeSelect
        size="xs"
        aria-label={`${label}: ${field?.label}`}
        value={value ?? ''}
        data={[
          { value: '', label: named },
          ...offered
            .filter((choice) => choice.value !== standing)
            .map((choice) => ({ value: choice.value, label: choice.label })),
          ...(value === standing ? [{ value: standing, label: named }] : []),
        ]}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
    </div>
  );
}
