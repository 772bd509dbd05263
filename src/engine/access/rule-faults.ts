import { circles } from '#kernel/circle.ts';
import { maskable } from '#kernel/mask.ts';
import { isErasable } from '#kernel/personal.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import type { AutomationDefinition } from '#kernel/run-time/automation-definition.ts';
import { automationFaults } from '#kernel/run-time/automation-faults.ts';
import { type LikenessDefinition, likenessFaults } from '#kernel/run-time/company-likeness.ts';
import { ruleDefinitionFaults } from '#kernel/run-time/company-rule.ts';
import { recordTypeFaults } from '#kernel/run-time/record-type-faults.ts';
import type { RuleDefinition } from '#kernel/run-time/rule.ts';
import { topicFaults } from '../webhooks/topic-faults.ts';
import { conditionFaults } from './condition-faults.ts';

type Values = Readonly<Record<string, unknown>>;

/** What is wrong with a record that shapes rights or demands something, as far as it depends on the object that it speaks of. */
export function ruleFaults(
  registry: Registry,
  { declaration }: ObjectModel,
  values: Values,
): readonly Complaint[] {
  if (declaration.purpose === 'webhook') return topicFaults(registry, values.topics);
  const subject = registry.objects.get(String(values.object));
  if (subject === undefined) return [];
  if (declaration.purpose === 'sharingRule') return conditionFaults(registry, subject, values.where);
  if (declaration.purpose === 'retention') return retentionFaults(registry, subject, values);
  if (declaration.purpose === 'use') return useFaults(subject, values);
  if (declaration.purpose === 'rule')
    return ruleDefinitionFaults(registry, subject, values as unknown as RuleDefinition);
  if (declaration.purpose === 'likeness')
    return likenessFaults(subject, values as unknown as LikenessDefinition);
  if (declaration.purpose === 'automation')
    return automationFaults(registry, subject, values as unknown as AutomationDefinition);
  if (declaration.purpose === 'recordType') return recordTypeFaults(subject, values);
  return declaration.purpose === 'grant' ? grantFaults(subject, values) : [];
}

/** Months count from a date that there is, and only what tells of people can be erased. */
function retentionFaults(registry: Registry, subject: ObjectModel, values: Values): readonly Complaint[] {
  const { unites, purpose, appendOnly } = subject.declaration;
  const date = subject.fields.get(String(values.dateField ?? ''));
  const own = purpose !== undefined && purpose !== 'permission';
  const takes = unites === undefined && !own && subject.name !== registry.people;
  return [
    ...(takes ? [] : [{ field: 'object', code: 'noSuchObject' }]),
    ...monthFaults(Number(values.months ?? 1)),
    ...(values.since === 'date' && values.dateField && !['date', 'dateTime'].includes(date?.type ?? '')
      ? [{ field: 'dateField', code: 'notADateField' }]
      : []),
    ...(values.effect === 'erase' && !isErasable(subject.declaration)
      ? [{ field: 'effect', code: 'notPersonal' }]
      : []),
    ...(values.effect === 'bin' && appendOnly ? [{ field: 'effect', code: 'readOnly' }] : []),
    ...conditionFaults(registry, subject, values.where),
  ];
}

/** What a company says of the use of a field is said of one that there is. */
function useFaults(subject: ObjectModel, { field, months }: Values): readonly Complaint[] {
  const unknown = field && !subject.fields.has(String(field));
  return [
    ...(unknown ? [{ field: 'field', code: 'unknownField' }] : []),
    ...monthFaults(Number(months ?? 1)),
  ];
}

function monthFaults(months: number): readonly Complaint[] {
  if (months >= 1 && months <= 600) return [];
  return [{ field: 'months', code: 'outOfRange', parameters: { least: 1, most: 600 } }];
}

/**
 * Whoever could change rights, or say on whose account programs are told, could take every right; and what may be done
 * with a share follows from its record.
 */
export function isGrantable({ declaration }: ObjectModel): boolean {
  return !['grant', 'sharingRule', 'share', 'retention', 'hold', 'use', 'webhook'].includes(
    declaration.purpose ?? '',
  );
}

const ownerScopes: readonly unknown[] = ['own', 'territory', ...circles];

/** A scope that asks for the owner needs one; limits are of fields that are there and can be limited so. */
function grantFaults(subject: ObjectModel, values: Values): readonly Complaint[] {
  if (!isGrantable(subject)) return [{ field: 'object', code: 'notGrantable' }];
  const scopes = (['read', 'update', 'delete'] as const)
    .filter((name) => ownerScopes.includes(values[name]) && !subject.fields.has('owner'))
    .map((field) => ({ field, code: 'notOwned' }));
  return [...scopes, ...limitFaults(subject, values.fields ?? {})];
}

function limitFaults(subject: ObjectModel, limits: unknown): readonly Complaint[] {
  if (typeof limits !== 'object' || limits === null || Array.isArray(limits))
    return [{ field: 'fields', code: 'notARecord' }];
  return Object.entries(limits).flatMap(([name, limit]) => {
    const field = subject.fields.get(name);
    const complain = (code: string) => [{ field: `fields.${name}`.slice(0, 100), code }];
    if (field === undefined) return complain('unknownField');
    if (!['hidden', 'masked', 'read', 'write'].includes(String(limit))) return complain('notAFieldRight');
    const named = name === subject.declaration.nameField && (limit === 'hidden' || limit === 'masked');
    if (named) return complain('mustBeShown');
    return limit === 'masked' && !maskable.has(field.type) ? complain('notMaskable') : [];
  });
}
