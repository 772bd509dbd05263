/** An object that the company has added, as its record says. */
export interface OwnObject {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly label: string;
  readonly labelZh: string | null;
  readonly labelEn: string | null;
  readonly pluralZh: string | null;
  readonly pluralEn: string | null;
  readonly icon: string | null;
  readonly naming: 'text' | 'number';
  readonly format: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly owned: boolean | null;
  readonly regardable: boolean | null;
  readonly access: 'administrators' | 'read' | 'own' | 'all';
  readonly listed: boolean | null;
  readonly group: string | null;
  readonly position: number | null;
}

/** What is being written down of an object. */
export type ObjectDraft = Partial<Omit<OwnObject, 'id' | 'version'>>;

/** What cannot be chosen any more once an object is there. */
const fixed: readonly string[] = ['name', 'label', 'naming', 'format', 'owned'];

/** A draft to begin with: what most objects are like, or what the object is now. */
export function draftOf(definition: OwnObject | undefined): ObjectDraft {
  if (definition === undefined)
    return {
      ...{ icon: 'box', naming: 'text', owned: true, regardable: true },
      ...{ access: 'administrators', listed: true },
    };
  const { id: _, version: __, ...draft } = definition;
  return draft;
}

/** What is sent of a draft: a new object whole, of one that is there only what may still change. */
export function payloadOf(draft: ObjectDraft, isNew: boolean): ObjectDraft {
  const { label: _, format, ...own } = draft;
  const given = { ...own, ...(draft.naming === 'number' && { format }) };
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => (isNew ? (value ?? '') !== '' : !fixed.includes(name))),
  );
}
