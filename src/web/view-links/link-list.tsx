import { Button, CopyButton, Group } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#kernel/writing/date.ts';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { ConfirmButton } from '#web/settings/confirm-button.tsx';
import { useEndLink, type ViewLink } from './view-link.ts';
import classes from './view-links.module.css';

interface LinkListProps {
  readonly links: readonly ViewLink[];
  /** Names the view of each, where they are of several. */
  readonly named?: boolean;
  /** One's own can be changed. */
  onChange?(link: ViewLink): void;
}

/** Links: whose each is, until when and how often it was opened, with what can be done with it. */
export function LinkList({ links, named = false, onChange }: LinkListProps) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const end = useEndLink();
  return (
    <ul className={classes.links}>
      {links.map((link) => {
        const object = objects.find(({ name }) => name === link.view.object);
        const view = t('viewLinks.of', { view: link.view.name ?? '–', object: object?.plural ?? '–' });
        return (
          <li key={link.id} className={classes.link}>
            <div className={classes.facts}>
              <strong>{named ? view : t('viewLinks.by', { name: link.person.name ?? '–' })}</strong>
              <Facts link={link} named={named} />
            </div>
            <Group gap="xs">
              {link.address !== null && (
                <CopyButton value={link.address}>
                  {({ copied, copy }) => (
                    <Button
                      variant="default"
                      size="compact-xs"
                      leftSection={<IconCopy size={13} />}
                      onClick={copy}
                    >
                      {t(copied ? 'kit.copied' : 'viewLinks.copy')}
                    </Button>
                  )}
                </CopyButton>
              )}
              {link.address !== null && onChange && (
                <Button variant="default" size="compact-xs" onClick={() => onChange(link)}>
                  {t('viewLinks.change')}
                </Button>
              )}
              <ConfirmButton
                label={t('viewLinks.end')}
                question={t('viewLinks.endQuestion')}
                onConfirm={() => end.mutate(link.id)}
              />
            </Group>
          </li>
        );
      })}
    </ul>
  );
}

function Facts({ link, named }: { readonly link: ViewLink; readonly named: boolean }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const { lastDay, openedAt, opened, password, download, shut, person } = link;
  const facts = [
    ...(named ? [t('viewLinks.by', { name: person.name ?? '–' })] : []),
    lastDay ? t('viewLinks.until', { day: formatDate(lastDay, locale) }) : t('viewLinks.noEnd'),
    ...(password ? [t('viewLinks.withPassword')] : []),
    ...(download ? [t('viewLinks.withDownload')] : []),
    openedAt
      ? t('viewLinks.opened', { count: opened, at: formatDateTime(openedAt, locale, timeZone) })
      : t('viewLinks.neverOpened'),
  ];
  return (
    <>
      <span className={classes.faint}>{facts.join(' · ')}</span>
      {shut && <StatusBadge color="amber">{t(`viewLinks.shut.${shut}`)}</StatusBadge>}
    </>
  );
}
