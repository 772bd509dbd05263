import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { toast } from '#web/kit/toast.tsx';
import { SecretText } from '../secret-text.tsx';

interface InviteDialogProps {
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  /** Whether the server can send mail. */
  readonly mail: boolean;
  onClose(): void;
  onDone(): void;
  /** To give a password instead. */
  onPassword(): void;
}

/** Invites a person by mail, or by a link that is handed over some other way. */
export function InviteDialog({ id, name, email, mail, onClose, onDone, onPassword }: InviteDialogProps) {
  const { t } = useTranslation();
  const invite = useMutation({
    mutationFn: (link: boolean) => api.post<{ href?: string }>(`people/${id}/invitation`, { link }),
    onSuccess: ({ href }) => {
      onDone();
      if (href !== undefined) return;
      toast(t('settings.people.invitationSent', { email }));
      onClose();
    },
  });
  const href = invite.data?.href;
  return (
    <Modal opened onClose={onClose} title={t('settings.people.inviteTitle', { name })}>
      {href === undefined ? (
        <Stack gap="md">
          <Text>
            {t(mail ? 'settings.people.inviteText' : 'settings.people.noMail', {
              name,
              email: email || t('settings.people.noEmail'),
            })}
          </Text>
          <FormProblem error={invite.error} />
          <Anchor component="button" type="button" size="sm" ta="left" onClick={onPassword}>
            {t('settings.people.passwordInstead')}
          </Anchor>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => invite.mutate(true)} disabled={!email}>
              {t('settings.people.makeLink')}
            </Button>
            {mail && (
              <Button
                color="seal"
                data-autofocus
                onClick={() => invite.mutate(false)}
                loading={invite.isPending}
                disabled={!email}
              >
                {t('settings.people.sendInvitation')}
              </Button>
            )}
          </Group>
        </Stack>
      ) : (
        <Stack gap="md">
          <SecretText text={href} note={t('settings.people.linkNote', { name })} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('settings.done')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
