import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { Modal } from '#web/kit/modal.tsx';
import { useRecordScope } from '../record-scope.ts';
import classes from './access.module.css';
import { ShareForm } from './share-form.tsx';
import { ShareList } from './share-list.tsx';
import { useAccess, useShareObject } from './use-access.ts';
import { WhoCan } from './who-can.tsx';

/** With whom the record is shared, and why somebody can reach it. */
export function AccessDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { object } = useRecordScope();
  const meta = useMeta();
  const share = useShareObject(object.name);
  const mayChange = useAccess(meta.user.id).data?.may.update ?? false;
  const people = meta.objects
    .find(({ purpose }) => purpose === 'share')
    ?.fields.find(({ name }) => name === 'recipient');
  return (
    <Modal opened onClose={onClose} title={t('record.access.title')} size="lg">
      <div className={classes.body}>
        {share && (
          <section className={classes.section} aria-label={t('record.access.sharedWith')}>
            <Text component="h3" className={classes.heading}>
              {t('record.access.sharedWith')}
            </Text>
            <ShareList share={share} mayChange={mayChange} />
            {mayChange && <ShareForm share={share} />}
          </section>
        )}
        <WhoCan people={people?.targets?.[0] ?? ''} others={mayChange || meta.user.administrator} />
      </div>
    </Modal>
  );
}
