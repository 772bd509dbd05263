import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { toast, toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import classes from '../settings.module.css';
import { LimitsDialog } from './limits-dialog.tsx';
import { NewCompanyDialog } from './new-company-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SuspendDialog } from './suspend-dialog.tsx';
import { type Company, useCompanyVerb } from './use-companies.ts';

const colors = { open: 'green', suspended: 'amber', leaving: 'red' } as const;

/** One company, and what can be done about it. */
export function CompanyRow({ company }: { company: Company }) {
  const { t } = useTranslation();
  const { workspace } = useMeta();
  const narrow = useNarrow();
  const { locale, timeZone } = useFormatting();
  const day = (instant: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(instant));
  const [asking, setAsking] = useState<'rename' | 'limits' | 'copy' | 'suspend' | 'remove'>();
  const { name, label, copyOf, state, reason, removeAfter, createdAt } = company;
  const own = name === workspace.name;
  const close = () => setAsking(undefined);
  const verb = useCompanyVerb(name, () => toast(t('settings.companies.done', { label })));
  const act = (what: string) => verb.mutate({ verb: what }, { onError: toastProblem });
  const mark = useCompanyVerb(name, () =>
    toastWithUndo(t('settings.companies.marked', { label }), () => act('keep')),
  );
  return (
    <tr>
      <td>
        <div>{label}</div>
        <div className={classes.faint}>
          {copyOf === null ? name : t('settings.companies.copyOf', { name, original: copyOf })}
        </div>
      </td>
      <td title={reason ?? undefined}>
        <StatusBadge color={colors[state]}>
          {t(`settings.companies.states.${state}`, { day: removeAfter ? day(removeAfter) : '' })}
        </StatusBadge>
      </td>
      {!narrow && <td>{day(createdAt)}</td>}
      <td>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon aria-label={t('settings.companies.actionsOf', { label })}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAsking('rename')}>{t('settings.companies.rename')}</Menu.Item>
            <Menu.Item onClick={() => setAsking('limits')}>{t('settings.companies.limits')}</Menu.Item>
            <Menu.Item component="a" href={`/api/workspaces/${name}/archive`} download>
              {t('settings.companies.export')}
            </Menu.Item>
            {state === 'open' && (
              <Menu.Item onClick={() => setAsking('copy')}>{t('settings.companies.copy')}</Menu.Item>
            )}
            {!own && state === 'open' && (
              <Menu.Item onClick={() => setAsking('suspend')}>{t('settings.companies.suspend')}</Menu.Item>
            )}
            {state === 'suspended' && (
              <Menu.Item onClick={() => act('resume')}>{t('settings.companies.resume')}</Menu.Item>
            )}
            {!own && state !== 'leaving' && (
              <Menu.Item
                color="var(--mantine-color-error)"
                onClick={() => mark.mutate({ verb: 'mark' }, { onError: toastProblem })}
              >
                {t('settings.companies.mark')}
              </Menu.Item>
            )}
            {state === 'leaving' && (
              <>
                <Menu.Item onClick={() => act('keep')}>{t('settings.companies.keep')}</Menu.Item>
                <Menu.Item color="var(--mantine-color-error)" onClick={() => setAsking('remove')}>
                  {t('settings.companies.remove')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
        {asking === 'rename' && <RenameDialog company={company} onClose={close} />}
        {asking === 'limits' && <LimitsDialog company={company} onClose={close} />}
        {asking === 'copy' && <NewCompanyDialog original={company} onClose={close} />}
        {asking === 'suspend' && <SuspendDialog company={company} onClose={close} />}
        {asking === 'remove' && <RemoveDialog company={company} onClose={close} />}
      </td>
    </tr>
  );
}
