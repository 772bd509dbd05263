import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { DrawnTrigger } from '#kernel/run-time/automation-definition.ts';

const units = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
] as const;

/** A stretch of time in the largest unit in which it is whole. */
export function measured(seconds: number): {
  readonly amount: number;
  readonly unit: string;
  readonly size: number;
} {
  const size = Math.abs(seconds);
  const [unit, length] = units.find(([, each]) => size % each === 0 && size > 0) ?? ['minutes', 60];
  return { amount: size / length, unit, size: length };
}

/** The units in which people give a stretch of time. */
export const timeUnits = units.map(([unit, size]) => ({ unit, size }));

/** Says when an automation starts. */
export function useTriggerWords() {
  const { t } = useTranslation();
  return (object: ObjectMeta | undefined, trigger: DrawnTrigger): string => {
    const called = (name: string) => object?.fields.find((field) => field.name === name)?.label ?? name;
    if (trigger.on !== 'time') {
      const names = (trigger.fields ?? []).map(called).join(t('settings.rules.comma'));
      return trigger.on === 'updated' && names !== ''
        ? t('settings.automations.whenFields', { names })
        : t(`settings.automations.on.${trigger.on}`);
    }
    const { amount, unit } = measured(trigger.offset);
    const field = called(trigger.field);
    if (trigger.offset === 0) return t('settings.automations.whenTime', { field });
    const span = t(`settings.automations.spans.${unit}`, { count: amount });
    return t(`settings.automations.${trigger.offset < 0 ? 'whenBefore' : 'whenAfter'}`, { field, span });
  };
}
