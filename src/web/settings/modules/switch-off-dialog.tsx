import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Modal } from '#web/kit/modal.tsx';
import type { ModuleSwitch } from './module-switch.ts';

interface SwitchOffDialogProps {
  readonly module: ModuleSwitch;
  readonly others: readonly ModuleSwitch[];
  onClose(): void;
  onConfirm(): void;
}

/** Says what goes with a part that is switched off, and that nothing of it is lost. */
export function SwitchOffDialog({ module, others, onClose, onConfirm }: SwitchOffDialogProps) {
  const { t } = useTranslation();
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' });
  const along = module.dependents.filter((label) => others.some((each) => each.label === label && each.on));
  return (
    <Modal opened onClose={onClose} title={t('settings.modules.off', { module: module.label })}>
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{t('settings.modules.offText', { objects: list.format(module.objects) })}</p>
        {along.length > 0 && (
          <p style={{ margin: 0 }}>{t('settings.modules.along', { modules: list.format(along) })}</p>
        )}
        {module.people > 0 && (
          <p style={{ margin: 0 }}>{t('settings.modules.people', { count: module.people })}</p>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('settings.modules.cancel')}
          </Button>
          <Button color="seal" onClick={onConfirm}>
            {t('settings.modules.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
