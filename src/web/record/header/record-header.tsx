import { ActionIcon, Anchor, Menu } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import {
  IconChevronDown,
  IconChevronUp,
  IconCopy,
  IconLayoutColumns,
  IconLink,
  IconPrinter,
  IconShare,
  IconTrash,
  IconUserShield,
  IconX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { lazyPart } from '#web/kit/lazy-part.tsx';
import { lazyView } from '#web/kit/lazy-view.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { ActionButtons } from '../actions/action-buttons.tsx';
import { PresenceLine } from '../presence/presence-line.tsx';
import { printed } from '../print/print-store.ts';
import { useRecordScope } from '../record-scope.ts';
import { EditableName } from './editable-name.tsx';
import classes from './record-header.module.css';
import { useDeleteWithUndo } from './use-delete-with-undo.ts';
import { useNeighbours } from './use-neighbours.ts';

const AccessDialog = lazyPart(() => import('../access/access-dialog.tsx'), 'AccessDialog');
const PrivacyDialog = lazyPart(() => import('../privacy/privacy-dialog.tsx'), 'PrivacyDialog');
const FollowItem = lazyView(() => import('../comments/follow-item.tsx'), 'FollowItem');

interface RecordHeaderProps {
  /** In a panel: what closes it. */
  onClose?: (() => void) | undefined;
}

/** What the record is, who else looks at it, and what can be done with it. */
export function RecordHeader({ onClose }: RecordHeaderProps) {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const remove = useDeleteWithUndo();
  const [access, { open: openAccess, close: closeAccess }] = useDisclosure(false);
  const [privacy, { open: openPrivacy, close: closePrivacy }] = useDisclosure(false);
  const { user, objects } = useMeta();
  const followable = objects.find(
    ({ purpose, fields }) =>
      purpose === 'following' &&
      fields.some(({ name, targets }) => name === 'record' && targets?.includes(object.name)),
  );
  const print = () => printed.set(record.id);
  useHotkeys([['mod+P', print]]);
  const copyLink = async () => {
    await navigator.clipboard.writeText(`${location.origin}/${object.name}/${record.id}`);
    notifications.show({ message: t('record.linkCopied') });
  };

  const duplicate = async () => {
    const { copiedValues } = await import('#web/forms/copied-values.ts');
    openRecordForm({ object: object.name, values: copiedValues(object, record), copyOf: record.id });
  };

  return (
    <header className={classes.header}>
      {access && <AccessDialog onClose={closeAccess} />}
      {privacy && <PrivacyDialog onClose={closePrivacy} />}
      <div className={classes.icon}>
        <ObjectIcon name={object.icon} size={20} />
      </div>
      <div className={classes.title}>
        <div className={classes.crumb}>
          <Anchor
            c="dimmed"
            fz="xs"
            renderRoot={(props) => <Link {...props} to="/$object" params={{ object: object.name }} />}
          >
            {object.plural}
          </Anchor>
          {!onClose && <Neighbours />}
          <PresenceLine />
        </div>
        <EditableName />
      </div>
      <div className={classes.actions}>
        <ActionButtons
          menu={
            <>
              <Menu.Item leftSection={<IconShare size={15} />} onClick={openAccess}>
                {t('record.access.title')}
              </Menu.Item>
              {user.administrator && object.purpose === undefined && (
                <Menu.Item
                  leftSection={<IconLayoutColumns size={15} />}
                  renderRoot={(props) => (
                    <Link {...props} to="/settings" search={{ part: 'layouts', object: object.name }} />
                  )}
                >
                  {t('record.editLayout')}
                </Menu.Item>
              )}
              {object.person && user.administrator && (
                <Menu.Item leftSection={<IconUserShield size={15} />} onClick={openPrivacy}>
                  {t('record.privacy.title')}
                </Menu.Item>
              )}
              {followable && (
                <Suspense>
                  <FollowItem following={followable} />
                </Suspense>
              )}
              {object.can.create && (
                <Menu.Item leftSection={<IconCopy size={15} />} onClick={duplicate}>
                  {t('record.duplicate')}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconLink size={15} />} onClick={copyLink}>
                {t('record.copyLink')}
              </Menu.Item>
              <Menu.Item leftSection={<IconPrinter size={15} />} onClick={print}>
                {t('record.print')}
              </Menu.Item>
              {object.can.delete && (
                <Menu.Item
                  color="var(--mantine-color-error)"
                  leftSection={<IconTrash size={15} />}
                  onClick={remove}
                >
                  {t('record.delete')}
                </Menu.Item>
              )}
            </>
          }
        />
        {onClose && (
          <ActionIcon size={30} aria-label={t('record.close')} onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        )}
      </div>
    </header>
  );
}

function Neighbours() {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const { previous, next, position } = useNeighbours(object.name, record.id);
  if (!position) return null;
  const steps = [
    [t('record.previous'), previous, IconChevronUp],
    [t('record.next'), next, IconChevronDown],
  ] as const;
  return (
    <span className={classes.neighbours}>
      {steps.map(([label, id, Icon]) => (
        <ActionIcon
          key={label}
          data-hint={label}
          size={24}
          aria-label={label}
          disabled={!id}
          renderRoot={(props) =>
            id ? (
              <Link {...props} to="/$object/$id" params={{ object: object.name, id }} replace />
            ) : (
              <button type="button" {...props} />
            )
          }
        >
          <Icon size={14} />
        </ActionIcon>
      ))}
      <span>{t('record.position', position)}</span>
    </span>
  );
}
