import { Button, FileButton, Group, Stack } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { toast } from '#web/kit/toast.tsx';
import { Section } from '../section.tsx';
import { PlanList } from './plan-list.tsx';
import { useApply, usePlan } from './use-configuration.ts';

/** How the company has set the product up, to be kept as a file and brought to another. */
export function Configuration() {
  const { t } = useTranslation();
  const again = useRef<() => void>(null);
  const plan = usePlan();
  const apply = useApply(() => {
    plan.reset();
    toast(t('settings.configuration.applied'));
  });
  return (
    <Section title={t('settings.configuration.title')} text={t('settings.configuration.text')}>
      <Stack gap="md" align="stretch">
        <Group gap="sm">
          <Button
            component="a"
            href="/api/configuration"
            download="configuration.json"
            variant="default"
            leftSection={<IconDownload size={15} />}
          >
            {t('settings.configuration.download')}
          </Button>
          <FileButton
            accept="application/json,.json"
            inputProps={{ 'aria-label': t('settings.configuration.choose') }}
            // The same file may be chosen again once it has been changed.
            resetRef={again}
            onChange={(file) => {
              if (file) plan.mutate(file);
              again.current?.();
            }}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={plan.isPending}
                leftSection={<IconUpload size={15} />}
              >
                {t('settings.configuration.choose')}
              </Button>
            )}
          </FileButton>
        </Group>
        <FormProblem error={plan.error ?? apply.error} />
        {plan.data && (
          <PlanList
            plan={plan.data.plan}
            applying={apply.isPending}
            onApply={() => apply.mutate(plan.data.configuration)}
            onCancel={() => plan.reset()}
          />
        )}
      </Stack>
    </Section>
  );
}
