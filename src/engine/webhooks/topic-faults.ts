import type { Complaint } from '#kernel/problem.ts';
import { type Registry, wholeOf } from '#kernel/registry.ts';
import { happenings } from '#kernel/webhook-topic.ts';
import { conditionFaults } from '../access/condition-faults.ts';

const most = 50;

/** What is wrong with what a program wants to be told of; one of nothing is for automations to call. */
export function topicFaults(registry: Registry, topics: unknown): readonly Complaint[] {
  if (topics === undefined || topics === null) return [];
  if (!Array.isArray(topics)) return [{ field: 'topics', code: 'notAList' }];
  if (topics.length > most) return [{ field: 'topics', code: 'tooMany', parameters: { most } }];
  // Also of what the company has switched off.
  const whole = wholeOf(registry);
  return topics.flatMap((topic, place) => faultsOf(whole, topic, `topics.${place}`));
}

function faultsOf(registry: Registry, topic: unknown, at: string): readonly Complaint[] {
  if (typeof topic !== 'object' || topic === null || Array.isArray(topic))
    return [{ field: at, code: 'notARecord' }];
  const { object, kinds, fields = [], where, ...rest } = topic as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(rest).map((name) => ({
    field: `${at}.${name}`.slice(0, 100),
    code: 'unknownField',
  }));
  const subject = registry.objects.get(String(object));
  if (subject === undefined || subject.declaration.unites !== undefined)
    return [...unknown, { field: `${at}.object`, code: 'noSuchObject' }];
  return [
    ...unknown,
    ...namesFaults(kinds, `${at}.kinds`, 'noSuchHappening', (kind) => isKind(registry, kind)),
    ...(Array.isArray(kinds) && kinds.length === 0 ? [{ field: `${at}.kinds`, code: 'required' }] : []),
    ...namesFaults(fields, `${at}.fields`, 'unknownField', (name) => subject.fields.has(name)),
    ...conditionFaults(registry, subject, where, `${at}.where`),
  ];
}

function isKind(registry: Registry, kind: string): boolean {
  return (happenings as readonly string[]).includes(kind) || registry.actions.has(kind);
}

function namesFaults(
  names: unknown,
  field: string,
  code: string,
  known: (name: string) => boolean,
): readonly Complaint[] {
  if (!Array.isArray(names)) return [{ field, code: 'notAList' }];
  const wrong = names.find((name) => typeof name !== 'string' || !known(name));
  return wrong === undefined ? [] : [{ field, code, parameters: { value: String(wrong).slice(0, 60) } }];
}
