import type { Complaint } from '#kernel/problem.ts';
import { quotedValue } from '#kernel/quoted-value.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { mayTake, type RecordType, typeField } from '#kernel/run-time/record-type.ts';
import { typeUnlessTold } from '#kernel/run-time/type-field.ts';
import type { Actor } from '../access/actor.ts';

type Values = Readonly<Record<string, unknown>>;

/** Of which type a new record is: what is given, or what this person makes when he says nothing. */
export function typeOfNew(object: ObjectModel, actor: Actor, given: Values): Values {
  if (object.types === undefined) return {};
  return { [typeField]: given[typeField] ?? typeUnlessTold(object, actor)?.name ?? null };
}

/** What a new record starts with because of its type, where that differs from what every record starts with. */
export function typedDefaults(object: ObjectModel, type: Values, usual: Values): Values {
  const values = typeNamed(object, type[typeField])?.values ?? {};
  const own = Object.entries(values).flatMap(([name, { allowed, default: start }]): [string, unknown][] => {
    const several = object.fields.get(name)?.type === 'multiChoice';
    if (start !== undefined) return [[name, several ? [start] : start]];
    const kept = usual[name];
    if (several || kept === undefined || allowed === undefined || allowed.includes(String(kept))) return [];
    return [[name, allowed[0]]];
  });
  return Object.fromEntries(own);
}

/** Why a record could not be of its type: it is not for this person to take, or does not allow what is chosen in it. */
export function typeFaults(
  object: ObjectModel,
  actor: Actor,
  before: Values | undefined,
  after: Values,
  changed: ReadonlySet<string>,
): readonly Complaint[] {
  if (object.types === undefined) return [];
  const moved = changed.has(typeField) || before === undefined;
  const type = typeNamed(object, after[typeField] ?? null);
  if (type === undefined) {
    if (!moved) return [];
    const lacking = typeUnlessTold(object, actor) === undefined ? 'typeNotYours' : 'required';
    return [{ field: typeField, code: lacking }];
  }
  const closed = type.deletedAt === null ? 'typeNotYours' : 'typePutAway';
  return [
    ...(moved && !mayTake(type, actor) ? [{ field: typeField, code: closed }] : []),
    ...Object.entries(type.values ?? {}).flatMap(([name, { allowed }]) =>
      allowed !== undefined && (moved || changed.has(name)) ? notAllowed(name, after[name], allowed) : [],
    ),
  ];
}

function notAllowed(field: string, value: unknown, allowed: readonly string[]): readonly Complaint[] {
  const chosen = Array.isArray(value) ? value : [value ?? null];
  const other = chosen.find((one) => one !== null && !allowed.includes(one));
  if (other === undefined) return [];
  const parameters = { value: quotedValue(other), choices: allowed.join(', ') };
  return [{ field, code: 'notOfThisType', parameters }];
}

function typeNamed({ types = [] }: ObjectModel, name: unknown): RecordType | undefined {
  return types.find((type) => type.name === name);
}
