import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import type { ModuleSwitch } from './module-switch.ts';
import { SwitchOffDialog } from './switch-off-dialog.tsx';

const key = ['modules'] as const;

/** Which parts of the product the company uses. */
export function Modules() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<ModuleSwitch>();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ modules: readonly ModuleSwitch[] }>('modules', { signal }),
  });
  const change = useMutation({
    mutationFn: ({ name, on }: { name: string; on: boolean }) => api.patch(`modules/${name}`, { on }),
    onSuccess: () => toast(t('settings.saved')),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <Section title={t('settings.modules.heading')} text={t('settings.modules.text')} flush>
      <div className={classes.body}>
        {data?.modules.map((module) => (
          <div key={module.name} className={classes.setting} style={{ paddingBlock: 10, flexWrap: 'nowrap' }}>
            <div>
              <div>{module.label}</div>
              <div className={classes.faint}>{module.objects.join(' · ')}</div>
            </div>
            <Switch
              aria-label={module.label}
              checked={module.on}
              disabled={change.isPending}
              onChange={() =>
                module.on ? setLeaving(module) : change.mutate({ name: module.name, on: true })
              }
            />
          </div>
        ))}
      </div>
      {leaving && (
        <SwitchOffDialog
          module={leaving}
          others={data?.modules ?? []}
          onClose={() => setLeaving(undefined)}
          onConfirm={() => {
            change.mutate({ name: leaving.name, on: false });
            setLeaving(undefined);
          }}
        />
      )}
    </Section>
  );
}
