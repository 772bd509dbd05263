import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { LinkForm } from './link-form.tsx';
import { LinkList } from './link-list.tsx';
import { useLinkOffer, useViewLinks, type ViewLink } from './view-link.ts';

interface LinksDialogProps {
  readonly view: { readonly id: string; readonly name: string };
  onClose(): void;
}

/** The links by which a view is shown to people who do not sign in. */
export function LinksDialog({ view, onClose }: LinksDialogProps) {
  const { t } = useTranslation();
  const links = useViewLinks(view.id);
  const offer = useLinkOffer(view.id);
  const [edited, setEdited] = useState<ViewLink | 'new'>();
  return (
    <Modal opened onClose={onClose} title={t('viewLinks.title', { name: view.name })} size="lg">
      {edited && offer.data ? (
        <LinkForm
          view={view.id}
          offer={offer.data}
          link={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      ) : (
        <Stack gap="md">
          <Text size="sm">{t('viewLinks.text')}</Text>
          {links?.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('viewLinks.none')}
            </Text>
          )}
          {links && links.length > 0 && <LinkList links={links} onChange={setEdited} />}
          <FormProblem error={offer.error} />
          {offer.data && (
            <Button
              variant="default"
              leftSection={<IconPlus size={15} />}
              onClick={() => setEdited('new')}
              style={{ alignSelf: 'flex-start' }}
            >
              {t('viewLinks.new')}
            </Button>
          )}
        </Stack>
      )}
    </Modal>
  );
}
