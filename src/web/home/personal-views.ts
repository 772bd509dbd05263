import type { Meta, ObjectMeta, ViewMeta } from '#kernel/meta.ts';

/** A list of what is mine. */
export interface PersonalView {
  readonly object: ObjectMeta;
  readonly view: ViewMeta;
  /** The field that says when it is due, when the object has a calendar. */
  readonly due?: string | undefined;
  /** What concerns everybody, for those who own nothing themselves. */
  readonly instead?: ViewMeta | undefined;
}

const most = 6;

/**
 * The views that ask for the reader's own records: first what is due some day, then what moves through stages.
 * Objects without either are found in the rail.
 */
export function personalViews(meta: Meta): readonly PersonalView[] {
  const listed = meta.navigation.flatMap(({ objects }) => objects);
  const own = listed
    .flatMap((name) => meta.objects.find((object) => object.name === name) ?? [])
    .flatMap((object) => {
      const view = object.views.find((each) => each.kind === 'table' && isPersonal(each));
      const due = object.views.find(({ kind }) => kind === 'calendar')?.groupBy;
      const instead = object.views.find(
        (each) => each.kind === 'table' && each.where !== undefined && !isPersonal(each),
      );
      return view ? [{ object, view, due, instead }] : [];
    });
  const todo = own.filter(({ object, due }) => object.traits.includes('activity') && due !== undefined);
  const staged = own.filter(({ object }) => !object.traits.includes('activity') && object.page.path);
  return [...todo, ...staged].slice(0, most);
}

/** The first board of an object that sums something, those of state machines first: where the money stands. */
export function summedBoards(meta: Meta): readonly { object: ObjectMeta; view: ViewMeta }[] {
  const boards = meta.objects.flatMap((object) => {
    const view = object.views.find((each) => each.kind === 'board' && each.sum !== undefined);
    const machine = object.fields.find(({ name }) => name === view?.groupBy)?.transitions !== undefined;
    return view ? [{ object, view, machine }] : [];
  });
  return boards.toSorted((one, other) => Number(other.machine) - Number(one.machine));
}

/** Whether a view asks for the reader's own records. */
export function isPersonal({ where }: ViewMeta): boolean {
  return JSON.stringify(where ?? null).includes('"$actor"');
}
