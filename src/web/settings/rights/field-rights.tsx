import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Modal } from '#web/kit/modal.tsx';
import { Setting } from '../section.tsx';
import type { FieldLimits, ObjectRights } from './use-rights.ts';

interface FieldRightsProps {
  readonly object: ObjectRights;
  readonly declared: FieldLimits;
  readonly limits: FieldLimits;
  onChange(limits: FieldLimits | null): void;
  onClose(): void;
}

/** What a role may do with each field of an object. */
export function FieldRights({ object, declared, limits, onChange, onClose }: FieldRightsProps) {
  const { t } = useTranslation();
  const set = (name: string, limit: string) => {
    const { [name]: _, ...rest } = limits;
    const next = limit === (declared[name] ?? 'write') ? rest : { ...rest, [name]: limit };
    onChange(Object.keys(next).length === 0 ? null : next);
  };
  return (
    <Modal opened onClose={onClose} title={t('settings.rights.fieldsOf', { label: object.label })} size="md">
      {object.fields.map(({ name, label, limits: offered }) => (
        <Setting key={name} label={label}>
          <NativeSelect
            size="xs"
            aria-label={label}
            value={limits[name] ?? declared[name] ?? 'write'}
            data={offered.map((limit) => ({
              value: limit,
              label: t(`settings.rights.limit.${limit as 'read'}`),
            }))}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        </Setting>
      ))}
    </Modal>
  );
}
