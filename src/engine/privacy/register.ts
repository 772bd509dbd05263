import { sensitiveKinds } from '#kernel/personal.ts';
import { asWhole, type ObjectModel, type Registry } from '#kernel/registry.ts';
import { labelsOf } from '../http/labels.ts';
import type { Responsibility } from '../identity/workspace-settings.ts';
import type { OutgoingService } from '../operation/integrations.ts';
import type { Context } from '../records/context.ts';
import { type TellingField, tellingFields } from './data-uses.ts';
import { type Measure, measuresOf } from './measures.ts';
import { activeRules } from './retention.ts';

/** A value with what it is called in the language of whoever asks. */
export interface Called {
  readonly value: string;
  readonly label: string;
}

export interface RegisteredField extends Called {
  readonly object: Called;
  readonly kind: Called;
  readonly sensitive: boolean;
  readonly sealed: boolean;
  readonly months: number | null;
}

/** One processing activity: data used for one purpose on one legal ground. */
export interface ProcessingActivity {
  readonly purpose: Called;
  readonly ground: Called;
  /** Whose data they are, as the objects are called. */
  readonly people: readonly Called[];
  readonly fields: readonly RegisteredField[];
}

/** What calls for an assessment of its impact, and what the company has said of it. */
export interface AssessedUse {
  readonly object: Called;
  readonly fields: readonly Called[];
  readonly risks: string | null;
  readonly assessedOn: string | null;
}

/** The register of processing activities: GDPR article 30, PIPL articles 55 and 56. */
export interface ProcessingRegister {
  readonly company: string;
  readonly at: string;
  readonly responsibility: Responsibility;
  readonly activities: readonly ProcessingActivity[];
  readonly recipients: readonly Pick<OutgoingService, 'kind' | 'address' | 'label'>[];
  readonly retention: readonly { readonly object: Called; readonly name: string; readonly months: number }[];
  readonly measures: readonly Measure[];
  readonly assessments: readonly AssessedUse[];
  /** Fields that tell of people, of which nobody has said what they are for. */
  readonly unstated: readonly { readonly object: Called; readonly field: Called }[];
}

/** What of the installation the register tells. */
export interface Surroundings {
  readonly responsibility: Responsibility | undefined;
  readonly services: readonly OutgoingService[];
}

/** Made anew from what is declared, set and switched on whenever somebody asks. */
export async function processingRegister(
  asked: Context,
  { responsibility = {}, services }: Surroundings,
): Promise<ProcessingRegister> {
  const context = asWhole(asked);
  const fields = await tellingFields(context);
  const rules = await activeRules(context);
  const words = wordsFor(context);
  const stated = fields.filter(({ use }) => use !== undefined);
  const groups = Map.groupBy(stated, ({ use }) => `${use?.purpose} ${use?.ground}`);
  return {
    company: context.workspace.label,
    at: new Date(context.now).toISOString(),
    responsibility,
    activities: [...groups.values()].map((group) => words.activity(group)),
    recipients: services
      .filter(({ kind }) => kind !== 'site')
      .map(({ kind, address, label }) => ({ kind, address, label })),
    retention: rules.flatMap(({ object: name, months, ...rule }) => {
      const object = context.registry.objects.get(name);
      return object ? [{ object: words.object(object), name: String(rule.name), months }] : [];
    }),
    measures: measuresOf(context, fields, services),
    assessments: assessed(fields, words),
    unstated: fields
      .filter(({ use }) => use === undefined)
      .map((each) => ({ object: words.object(each.object), field: words.field(each) })),
  };
}

type Words = ReturnType<typeof wordsFor>;

function wordsFor({ registry, actor }: Context) {
  const labels = labelsOf(registry, actor.locale);
  const use = registry.purposes.get('use');
  const kinds = registry.purposes.get('definition');
  const choice = (object: ObjectModel | undefined, field: string, value = ''): Called => ({
    value,
    label: object === undefined ? value : labels.choice(object, field, value),
  });
  const object = (each: ObjectModel): Called => ({ value: each.name, label: labels.object(each, 'plural') });
  const field = (each: TellingField): Called => ({
    value: each.name,
    label: labels.field(each.object, each.name),
  });
  const registered = (each: TellingField): RegisteredField => ({
    ...field(each),
    object: object(each.object),
    kind: choice(kinds, 'personal', each.kind),
    sensitive: sensitiveKinds.has(each.kind),
    sealed: each.sealed,
    months: each.use?.months ?? null,
  });
  const activity = (group: readonly TellingField[]): ProcessingActivity => ({
    purpose: choice(use, 'purpose', group[0]?.use?.purpose),
    ground: choice(use, 'ground', group[0]?.use?.ground),
    people: [...new Set(group.flatMap((each) => peopleOf(registry, each.object)))].map(object),
    fields: group.map(registered),
  });
  return { object, field, activity };
}

/** Whose data the records hold: their own who are people, and of the people to whom they refer. */
function peopleOf(registry: Registry, object: ObjectModel): readonly ObjectModel[] {
  const arePeople = (each: ObjectModel | undefined) => each?.declaration.personal?.same !== undefined;
  if (arePeople(object)) return [object];
  const staff = registry.objects.get(registry.people);
  if (staff !== undefined && object.declaration.personal?.purpose === 'employment') return [staff];
  const targets = [...object.fields.values()].flatMap(({ target, targets: several = [] }) =>
    [target ?? [], several].flat().flatMap((name) => registry.objects.get(name) ?? []),
  );
  const people = targets.filter(arePeople);
  return people.length > 0 && object.declaration.personal?.kept !== true ? people : [object];
}

/** Sensitive data want their impact to be thought about before, and so does what the company has thought about. */
function assessed(fields: readonly TellingField[], words: Words): readonly AssessedUse[] {
  const wanted = fields.filter(
    ({ kind, assessment }) =>
      sensitiveKinds.has(kind) || (assessment.risks ?? assessment.assessedOn) !== null,
  );
  const groups = Map.groupBy(wanted, ({ object, assessment: { risks, assessedOn } }) =>
    JSON.stringify([object.name, risks, assessedOn]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { risks, assessedOn } = first.assessment;
    return { object: words.object(first.object), fields: group.map(words.field), risks, assessedOn };
  });
}
