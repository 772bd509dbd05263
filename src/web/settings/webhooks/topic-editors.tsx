import { Button, Input } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WebhookTopic } from '#kernel/webhook-topic.ts';
import { errorsUnder } from '#web/forms/errors-under.ts';
import { TopicEditor } from './topic-editor.tsx';
import classes from './webhooks.module.css';

interface TopicEditorsProps {
  readonly topics: readonly WebhookTopic[];
  readonly errors: Readonly<Record<string, string>>;
  onChange(topics: readonly WebhookTopic[]): void;
}

/** What a program is told of: what happens to records of one object, and of others. */
export function TopicEditors({ topics, errors, onChange }: TopicEditorsProps) {
  const { t } = useTranslation();
  return (
    <Input.Wrapper
      label={t('settings.webhooks.topics')}
      description={topics.length === 0 && t('settings.webhooks.ofNothing')}
      error={errors.topics}
    >
      <div className={classes.editors}>
        {topics.map((topic, place) => {
          const key = `${place}`;
          return (
            <TopicEditor
              key={key}
              topic={topic}
              errors={errorsUnder(errors, `topics.${place}`)}
              onChange={(next) => onChange(topics.with(place, next))}
              onRemove={() => onChange(topics.toSpliced(place, 1))}
            />
          );
        })}
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...topics, { object: '', kinds: [] }])}
        >
          {t('settings.webhooks.addTopic')}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
