import { call, type Expression, path } from './expression/expression.ts';
import type { Field } from './field/field.ts';
import type { Fields } from './fields.ts';
import type { Module } from './module.ts';
import type { ObjectDeclaration, ValidationRule } from './object.ts';

/** The modules with what follows from references that may stand in the place of others, in plain words. */
export function withStandIns(modules: readonly Module[]): readonly Module[] {
  const objects = new Map(
    modules.flatMap((module) => module.objects.map(({ object }) => [object.name as string, object])),
  );
  return modules.map((module) => ({
    ...module,
    objects: module.objects.map((folder) => ({ ...folder, object: standingIn(folder.object, objects) })),
  }));
}

type Objects = ReadonlyMap<string, ObjectDeclaration>;

/** A reference, with those that may stand in its place. */
interface Places {
  readonly name: string;
  readonly others: readonly string[];
}

function standingIn(object: ObjectDeclaration, objects: Objects): ObjectDeclaration {
  const places = placesOf(object.fields);
  return places.length === 0 ? object : places.reduce((one, each) => filledOnce(one, each, objects), object);
}

function placesOf(fields: Fields): readonly Places[] {
  const all = Object.entries(fields);
  const names = [...new Set(all.flatMap(([, { insteadOf }]) => insteadOf ?? []))];
  return names.map((name) => ({
    name,
    others: all.filter(([, { insteadOf }]) => insteadOf === name).map(([other]) => other),
  }));
}

function filledOnce(object: ObjectDeclaration, places: Places, objects: Objects): ObjectDeclaration {
  const { name, others } = places;
  const own = object.fields[name];
  if (own === undefined) return object;
  const fields = Object.entries(object.fields).map(([each, field]) => [
    each,
    field.type === 'formula' ? throughEach(object, field, places, objects) : field,
  ]);
  return {
    ...object,
    fields: { ...Object.fromEntries(fields), [name]: { ...own, required: false } },
    unique: object.unique.flatMap((set) =>
      set.includes(name)
        ? [name, ...others].map((each) => set.map((field) => (field === name ? each : field)))
        : [set],
    ),
    rules: [...object.rules, ...(own.required ? [oneOf(places)] : []), ...notTogether([name, ...others])],
  };
}

function oneOf({ name, others }: Places): ValidationRule {
  const empty = [name, ...others].map((each) => ({ [each]: { isNull: true } }));
  return { field: name, code: 'required', when: { and: empty } };
}

function notTogether(names: readonly string[]): readonly ValidationRule[] {
  return names.flatMap((one, place) =>
    names.slice(place + 1).map((other) => ({
      field: other,
      code: 'oneAlone',
      when: { [one]: { isNull: false }, [other]: { isNull: false } },
    })),
  );
}

/** Reads what it reads through the reference through whichever is filled in, as far as the other object has it. */
function throughEach(object: ObjectDeclaration, field: Field, places: Places, objects: Objects): Field {
  const through = ({ insteadOf, target }: Field, next: string) =>
    insteadOf === places.name && next in (objects.get(target ?? '')?.fields ?? {});
  const read = (expression: Expression): Expression => {
    if (expression.node === 'call') return { ...expression, inputs: expression.inputs.map(read) };
    if (expression.node !== 'path' || !expression.path.startsWith(`${places.name}.`)) return expression;
    const rest = expression.path.slice(places.name.length + 1);
    const next = rest.split('.')[0] ?? '';
    const further = places.others.filter((other) => through(object.fields[other] as Field, next));
    return further.length === 0
      ? expression
      : call('coalesce', expression, ...further.map((other) => path(`${other}.${rest}`)));
  };
  return { ...field, expression: read(field.expression as Expression) };
}
