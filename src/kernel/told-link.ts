/** A link by which a view is shown to people who do not sign in, as it is told to its maker and to administrators. */
export interface ToldLink {
  readonly id: string;
  readonly view: { readonly id: string; readonly name: string | null; readonly object: string | null };
  readonly person: { readonly id: string; readonly name: string | null };
  readonly columns: readonly string[];
  readonly personal: readonly string[];
  readonly password: boolean;
  readonly lastDay: string | null;
  readonly download: boolean;
  readonly made: string;
  readonly opened: number;
  readonly openedAt: string | null;
  /** Why it shows nothing now, as far as that is known without opening it. */
  readonly shut: Shut | null;
}

/** Why a link shows nothing now. */
export type Shut = 'over' | 'person' | 'right' | 'view' | 'changed' | 'columns' | 'limit';
