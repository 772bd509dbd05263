import { useTranslation } from 'react-i18next';
import { happenings, type WebhookTopic } from '#kernel/webhook-topic.ts';
import { useMeta } from '#web/api/queries.ts';

/** Says in words what a program is told of: `Leads: created, changed (Stage)`. */
export function useSayTopic(): (topic: WebhookTopic) => string {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const sayKind = useSayKind();
  return ({ object: name, kinds, fields = [], where }) => {
    const object = objects.find((each) => each.name === name);
    const comma = t('settings.webhooks.comma');
    const labels = fields.map((field) => object?.fields.find((each) => each.name === field)?.label ?? field);
    const said = kinds.map(sayKind).join(comma);
    const parts = {
      object: object?.plural ?? name,
      kinds:
        labels.length === 0
          ? said
          : t('settings.webhooks.ofFields', { kinds: said, fields: labels.join(comma) }),
    };
    return t(where === undefined ? 'settings.webhooks.topic' : 'settings.webhooks.topicWhere', parts);
  };
}

/** What a happening or an action is called. */
export function useSayKind(): (kind: string) => string {
  const { t } = useTranslation();
  const { actions } = useMeta();
  return (kind) => {
    const happening = happenings.find((each) => each === kind);
    if (happening !== undefined) return t(`settings.webhooks.kinds.${happening}`);
    return actions.find(({ name }) => name === kind)?.label ?? kind;
  };
}
