import { ActionIcon, MultiSelect, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { happenings, type WebhookTopic } from '#kernel/webhook-topic.ts';
import { useMeta } from '#web/api/queries.ts';
import { WhereField } from '../where-field.tsx';
import { useSayKind } from './use-say-topic.ts';
import classes from './webhooks.module.css';

interface TopicEditorProps {
  readonly topic: WebhookTopic;
  readonly errors: Readonly<Record<string, string>>;
  onChange(topic: WebhookTopic): void;
  onRemove?(): void;
}

/** Which records a program is told of, and what of them. */
export function TopicEditor({ topic, errors, onChange, onRemove }: TopicEditorProps) {
  const { t } = useTranslation();
  const { objects, actions, navigation } = useMeta();
  const sayKind = useSayKind();
  const listed = navigation.flatMap(({ objects: names }) => names);
  const place = (name: string) => (listed.includes(name) ? listed.indexOf(name) : listed.length);
  const object = objects.find(({ name }) => name === topic.object);
  const verbs = actions.filter((action) => action.object === topic.object).map(({ name }) => name);
  const { where: _, ...everywhere } = topic;
  return (
    <div className={classes.topic}>
      <Select
        label={t('settings.webhooks.object')}
        data={objects
          .filter(({ unites }) => unites.length === 0)
          .toSorted((one, other) => place(one.name) - place(other.name))
          .map(({ name, label }) => ({ value: name, label }))}
        value={topic.object || null}
        onChange={(name) =>
          name &&
          onChange({ object: name, kinds: topic.kinds.length > 0 ? topic.kinds : ['created', 'updated'] })
        }
        error={errors.object}
        searchable
        withAsterisk
      />
      <MultiSelect
        label={t('settings.webhooks.happens')}
        data={[...happenings, ...verbs].map((value) => ({ value, label: sayKind(value) }))}
        value={[...topic.kinds]}
        onChange={(kinds) => onChange({ ...topic, kinds })}
        error={errors.kinds}
        disabled={object === undefined}
        withAsterisk
      />
      {object !== undefined && topic.kinds.includes('updated') && (
        <MultiSelect
          label={t('settings.webhooks.fields')}
          placeholder={(topic.fields ?? []).length === 0 ? t('settings.webhooks.anyField') : ''}
          data={object.fields.map(({ name, label }) => ({ value: name, label }))}
          value={[...(topic.fields ?? [])]}
          onChange={(fields) => onChange({ ...topic, fields })}
          error={errors.fields}
          searchable
        />
      )}
      {object !== undefined && (
        <WhereField
          object={object}
          label={t('settings.webhooks.where')}
          all={t('settings.webhooks.allRecords', { plural: object.plural })}
          where={topic.where}
          error={errors.where}
          onChange={(where) => onChange(where === undefined ? everywhere : { ...topic, where })}
        />
      )}
      {onRemove && (
        <ActionIcon
          className={classes.removeTopic}
          aria-label={t('settings.webhooks.removeTopic')}
          onClick={onRemove}
        >
          <IconTrash size={15} />
        </ActionIcon>
      )}
    </div>
  );
}
