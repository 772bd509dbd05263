interface Person {
  readonly id: string;
  readonly name: string | null;
}

/** Something that somebody must be able to answer for, as `/api/audit` tells it. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: Person | null;
  readonly actingFor: Person | null;
  readonly kind: string;
  readonly subject: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly ip: string | null;
  readonly position: number | null;
}

export interface AuditFilter {
  readonly person?: string | undefined;
  readonly kind?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Where the history of records first is not as it was written. */
export interface HistoryBreak {
  readonly why: 'altered' | 'removed' | 'added' | 'block' | 'end' | 'key';
  readonly position: number;
  readonly entry?: { readonly sequence: string; readonly object?: string };
}

export interface Verdict {
  readonly entries: number;
  readonly unsealed: number;
  readonly broken?: { readonly why: 'altered' | 'missing' | 'ends'; readonly position: number };
  readonly history: {
    readonly entries: number;
    readonly broken?: HistoryBreak;
  };
}
