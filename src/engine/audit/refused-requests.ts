import type { AuditEntry } from './record-audit-entry.ts';

/** A request that was refused. */
export interface RefusedRequest {
  /** The status of the answer. */
  readonly status: number;
  /** Method and route, without what the caller put into the address. */
  readonly route: string;
  /** What the right was asked of, where it was a right. */
  readonly subject?: string | undefined;
  readonly workspace?: string | undefined;
  readonly actor?: string | undefined;
  readonly actingFor?: string | undefined;
  readonly ip: string;
}

/**
 * Refusals that the audit tells of, by status: why, and from how many alike on. One missing right is worth knowing; one
 * field that was filled in wrongly is nobody's business, ten within a minute look like trying.
 */
const told: Readonly<Record<number, { readonly why: string; readonly least: number }>> = {
  400: { why: 'invalid', least: 10 },
  401: { why: 'unauthenticated', least: 10 },
  403: { why: 'forbidden', least: 1 },
  404: { why: 'notFound', least: 10 },
  413: { why: 'invalid', least: 10 },
  422: { why: 'invalid', least: 10 },
  429: { why: 'tooMany', least: 1 },
};

/** Kinds of refusals counted apart at a time, and entries made of them for each workspace. */
const [mostCounted, mostEntries] = [1000, 20];

interface Counted {
  readonly request: RefusedRequest;
  count: number;
}

/** Counts what is refused until somebody takes it: however many come, few entries of the audit tell of them. */
export class RefusedRequests {
  readonly #counted = new Map<string, Counted>();

  note(request: RefusedRequest): void {
    if (told[request.status] === undefined) return;
    const { status, route, subject, workspace = '', actor, actingFor, ip } = request;
    const key = [workspace, actor, actingFor, ip, status, route, subject].join(' ');
    const known = this.#counted.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.#counted.size < mostCounted) this.#counted.set(key, { request, count: 1 });
    else this.#further(workspace);
  }

  /** What has been counted since the last time: those refused most often by themselves, the others of a workspace in one. */
  take(): readonly AuditEntry[] {
    const all = [...this.#counted.values()].sort((one, other) => other.count - one.count);
    this.#counted.clear();
    const made = new Map<string, AuditEntry[]>();
    const left = new Map<string, number>();
    for (const { request, count } of all) {
      const { status, route, workspace, ip, ...who } = request;
      const why = told[status];
      if (why !== undefined && count < why.least) continue;
      const entries = made.get(workspace ?? '') ?? [];
      if (why === undefined || entries.length >= mostEntries)
        left.set(workspace ?? '', (left.get(workspace ?? '') ?? 0) + count);
      else entries.push({ ...entryOf(workspace), ...who, ip, facts: { why: why.why, route, count } });
      made.set(workspace ?? '', entries);
    }
    const rest = [...left].map(([workspace, count]) => ({
      ...entryOf(workspace || undefined),
      facts: { why: 'furtherRefused', count },
    }));
    return [...[...made.values()].flat(), ...rest];
  }

  /** Too many kinds to tell them apart; only how many they are. */
  #further(workspace: string): void {
    const key = `further ${workspace}`;
    const known = this.#counted.get(key);
    if (known !== undefined) known.count += 1;
    else
      this.#counted.set(key, {
        request: { status: 0, route: '', ip: '', workspace: workspace || undefined },
        count: 1,
      });
  }
}

function entryOf(workspace: string | undefined): Pick<AuditEntry, 'kind' | 'workspace'> {
  return { kind: 'request.refused', ...(workspace && { workspace }) };
}
