import type { FieldRule } from './field-rule.ts';
import type { ReportSettings } from './report-settings.ts';
import type { LayoutPanel } from './run-time/page-layout.ts';
import type { ViewKind } from './view.ts';

/**
 * What a client needs to know to draw the product: the answer of `GET /api/meta`.
 * Everything in it is already limited to what the caller may see and written in the caller's language.
 */

export interface Meta extends ModelMeta {
  readonly workspace: WorkspaceMeta;
  readonly user: UserMeta;
}

/** What there is to see and do, whoever sees and does it. */
export interface ModelMeta {
  readonly objects: readonly ObjectMeta[];
  readonly actions: readonly ActionMeta[];
  /** The reports that everybody has, as far as the caller may know what they are about. */
  readonly reports: readonly ReportMeta[];
  /** The texts that everybody can begin with. */
  readonly templates: readonly TemplateMeta[];
  readonly navigation: readonly NavigationGroupMeta[];
}

export interface WorkspaceMeta {
  readonly name: string;
  readonly label: string;
  /** ISO 4217 code in which sums are given. */
  readonly currency: string;
  readonly currencies: readonly string[];
  /** A tile server of the company's own, and whose map it is. */
  readonly mapTiles?: { readonly address: string; readonly by?: string };
}

export interface UserMeta {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'en' | 'zh-CN';
  readonly timeZone: string;
  readonly roles: readonly string[];
  readonly administrator: boolean;
  /** Runs the installation and its companies. */
  readonly operator: boolean;
  /** His own name stands over every page. */
  readonly watermark: boolean;
  /** An administrator who acts as this person now, and until when. */
  readonly impersonator?: { readonly name: string; readonly until: string };
}

/** A rail entry's group: one per module, objects in the order the module gives. */
export interface NavigationGroupMeta {
  readonly module: string;
  readonly label: string;
  readonly objects: readonly string[];
}

export interface ObjectMeta {
  /** Name in addresses, e.g. `team`. */
  readonly name: string;
  readonly module: string;
  /** What the engine itself uses its records for, when it does. */
  readonly purpose?: string;
  /** Its records are people outside, of whom one may ask what is known. */
  readonly person?: boolean;
  /** Its records say how the product works in the company. */
  readonly configures?: true;
  /** Automations that the company draws may make and change its records. */
  readonly openToSteps?: true;
  readonly label: string;
  readonly plural: string;
  readonly icon: string;
  /** The field that names a record. */
  readonly nameField: string;
  /** The order of its lists where none is asked for, as in the address. */
  readonly sort: string;
  readonly can: {
    readonly create: boolean;
    readonly update: boolean;
    readonly delete: boolean;
    readonly import: boolean;
    readonly publish: boolean;
  };
  readonly traits: readonly string[];
  /** Its records can be carried away as electronic business cards. */
  readonly card?: true;
  /** Its records take place at a time: the fields that tell when, and with whom and what. */
  readonly occurs?: OccursMeta;
  /** Its records can be found by words. */
  readonly searched: boolean;
  /** Objects whose records it shows as its own. */
  readonly unites: readonly string[];
  /** Objects from whose records values of this one's are computed. */
  readonly computedFrom: readonly string[];
  /** Whether records are compared to find those that are one. */
  readonly duplicates: boolean;
  /** Whether its records are forms that strangers fill in. */
  readonly publicForm?: boolean;
  readonly fields: readonly FieldMeta[];
  /** What fields are while conditions on a record hold, as far as the caller may know what they ask for. */
  readonly fieldRules?: readonly FieldRule[];
  readonly views: readonly ViewMeta[];
  /** The kinds of record that the company tells apart, those put away too; absent where there are none. */
  readonly types?: readonly RecordTypeMeta[];
  /** Record page: groups of fields in order, and the strip at its top. */
  readonly page: PageMeta;
  /** Objects whose reference field points here, at once or by way of others: the related lists. */
  readonly related: readonly RelatedMeta[];
}

export interface OccursMeta {
  readonly from: string;
  readonly to?: string;
  readonly with: readonly string[];
  /** Whether they can come back. */
  readonly recurs: boolean;
  /** It is to lie in the working hours of those who take part. */
  readonly withinHours: boolean;
}

export interface FieldMeta {
  readonly name: string;
  /** A field type's name: text, money, reference … */
  readonly type: string;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  /** The company has added it itself. */
  readonly added?: boolean;
  readonly readOnly: boolean;
  /** Set at creation and never changed. */
  readonly immutable?: boolean;
  readonly unique: boolean;
  /** Shown in part; told whole, and noted, when asked for. */
  readonly masked?: boolean;
  /** Kept encrypted and never shown but on request, which is noted; found by the exact value. */
  readonly sealed?: boolean;
  /** Tells whether people allow a use of what is known of them. */
  readonly permission?: true;
  readonly sortable: boolean;
  readonly operators: readonly string[];
  readonly maxLength?: number;
  /** Kinds of text file that it may be filled from. */
  readonly accept?: string;
  /** Decimal places for decimal, percent. */
  readonly scale?: number;
  /** False for a number that is not written in groups of three digits, such as a year. */
  readonly grouped?: boolean;
  readonly choices?: readonly ChoiceMeta[];
  /** By type of record, which values may be chosen; all where nothing is said. */
  readonly choicesOfType?: Readonly<Record<string, readonly string[]>>;
  /** Allowed moves of a state machine: from value to values. */
  readonly transitions?: Readonly<Record<string, readonly string[]>>;
  /** Values at which a way ends. */
  readonly ends?: readonly string[];
  /** Following it from record to record never comes back to where it began. */
  readonly acyclic?: true;
  /** Names of the objects a reference, many-to-many or regarding may point to. */
  readonly targets?: readonly string[];
  /** Conditions limiting what may be chosen, as a `where` whose `$field` strings name fields of this record. */
  readonly limit?: unknown;
  /** The type that a formula or roll-up yields. */
  readonly result?: string;
  readonly default?: unknown;
}

export interface ChoiceMeta {
  readonly value: string;
  readonly label: string;
  /** A status colour of the kit: grey, blue, teal, green, amber, orange, red, violet. */
  readonly color: string;
  /** Records that have it keep it; the caller gives it to none, or not to the record at hand. */
  readonly closed?: true;
}

/** A kind of record within an object. */
export interface RecordTypeMeta {
  /** As records keep it in `recordType`. */
  readonly value: string;
  readonly label: string;
  /** The caller may make such records. */
  readonly open: boolean;
  /** What a new record is unless told. */
  readonly standard: boolean;
  /** What new records start with, by field. */
  readonly defaults: Readonly<Record<string, string>>;
  /** The page of such records, where it differs from that of the others. */
  readonly page?: PageMeta;
}

export interface ViewMeta {
  readonly name: string;
  readonly label: string;
  readonly kind: ViewKind;
  /** Field paths, e.g. `name`, `owner.name`. */
  readonly columns: readonly string[];
  readonly where?: unknown;
  /** As in the address: `-amount,name`. */
  readonly sort?: string;
  /** Board: the choice or reference field whose values are the columns; calendar: the date field. */
  readonly groupBy?: string;
  /** Bars along the days: the date with which they end, and what each comes after. */
  readonly ends?: string;
  readonly after?: string;
  /** Board: the field summed at each column's head. */
  readonly sum?: string;
}

export interface TemplateMeta {
  readonly name: string;
  readonly label: string;
  /** Formatted text with placeholders, as in a template that somebody has written. */
  readonly body: string;
}

export interface ReportMeta {
  /** `account.untouched`: the object and the report. */
  readonly name: string;
  readonly object: string;
  readonly label: string;
  readonly settings: ReportSettings;
  /** The dashboard that everybody has on which it stands. */
  readonly dashboard?: { readonly name: string; readonly label: string };
}

export interface PageMeta {
  readonly highlights: readonly string[];
  readonly sections: readonly {
    readonly name: string;
    readonly label: string;
    readonly fields: readonly string[];
    /** Beside each other; one below the other unless told. */
    readonly columns?: number;
    /** Asked at once in the form of a new record. */
    readonly asked?: boolean;
  }[];
  /** Where everything is, when the company has laid the page out. */
  readonly layout?: LayoutMeta;
  /** The choice field shown as a path across the top, when there is one. */
  readonly path?: string;
  /** What is shown first where not everything has room. */
  readonly opensOn: 'timeline' | 'related';
  /** Objects that can be added from the composer, e.g. notes and calls, with the field that points here. */
  readonly composer: readonly RelatedMeta[];
}

/** A page as the company has laid it out: what is always in sight, and the tabs. */
export interface LayoutMeta {
  readonly name: string;
  readonly beside: readonly LayoutPartMeta[];
  readonly tabs: readonly {
    readonly name: string;
    readonly label: string;
    readonly parts: readonly LayoutPartMeta[];
  }[];
}

/** A section of the page by its name, a related list as `object.field`, or something else. */
export type LayoutPartMeta =
  | { readonly section: string }
  | { readonly related: string }
  | { readonly panel: LayoutPanel };

export interface RelatedMeta {
  readonly object: string;
  /** The field that points here; a path where it does so by way of others. */
  readonly field: string;
  readonly label: string;
  /** The record is made up of them. */
  readonly part?: true;
}

export interface ActionMeta {
  /** `module.action`, as in `POST /api/actions/module.action`. */
  readonly name: string;
  readonly label: string;
  readonly object?: string;
  /** The object whose list offers it, when it runs on no record. */
  readonly list?: string;
  readonly target: 'record' | 'records' | 'none';
  readonly icon?: string;
  readonly primary: boolean;
  /** To be asked what it would write before it is run. */
  readonly previewed?: boolean;
  /** Body: `{ "id" or "ids": …, "version"?: …, "input": { … } }`. */
  readonly input: readonly FieldMeta[];
  /** A `where` on the record that must hold for the action to be offered. */
  readonly available?: unknown;
}
