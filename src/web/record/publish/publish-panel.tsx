import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useRecordScope } from '../record-scope.ts';
import { CopyText } from './copy-text.tsx';
import classes from './publish-panel.module.css';
import { frameSnippet, scriptSnippet } from './snippets.ts';

/** A form for strangers as they see it, and what is to be put on a website so that it stands there. */
export function PublishPanel() {
  const { t, i18n } = useTranslation();
  const { workspace } = useMeta();
  const { object, record } = useRecordScope();
  const [language, setLanguage] = useState(i18n.language.startsWith('zh') ? 'zh-CN' : 'en');
  const place = `${workspace.name}/${record.id}`;
  const address = `${location.origin}/forms/${place}`;
  return (
    <Stack gap="lg">
      <CopyText
        label={t('publish.script')}
        hint={t('publish.scriptHint')}
        text={scriptSnippet(location.origin, place)}
      />
      <CopyText
        label={t('publish.frame')}
        hint={t('publish.frameHint')}
        text={frameSnippet(address, object.label)}
      />
      <CopyText label={t('publish.link')} hint={t('publish.linkHint')} text={address} />
      <div>
        <div className={classes.head}>
          <Text fw={600}>{t('publish.preview')}</Text>
          <SegmentedControl
            size="xs"
            value={language}
            onChange={setLanguage}
            data={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
          <Button
            component="a"
            href={`${address}?language=${language}`}
            target="_blank"
            rel="noreferrer"
            variant="subtle"
            size="compact-sm"
            ml="auto"
            leftSection={<IconExternalLink size={14} />}
          >
            {t('publish.open')}
          </Button>
        </div>
        <iframe
          key={`${language} ${record.version}`}
          className={classes.preview}
          title={t('publish.preview')}
          src={`/forms/${place}?language=${language}`}
        />
      </div>
    </Stack>
  );
}
