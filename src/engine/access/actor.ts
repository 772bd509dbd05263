/** Who acts: every read and write goes through one. */
export interface Actor {
  /** The person's id; null for work of the system itself. */
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly string[];
  /** The person and everyone below, by id. */
  readonly team: readonly string[];
  /** May do everything with every object. */
  readonly unlimited: boolean;
  readonly locale: 'en' | 'zh-CN';
  readonly timeZone: string;
  /** Why the system acts for itself; absent for people. */
  readonly reason?: string;
}

/** The system acting for itself, which must say why. */
export function asSystem(reason: string): Actor {
  return {
    id: null,
    name: 'Guanxi',
    roles: [],
    team: [],
    unlimited: true,
    locale: 'en',
    timeZone: 'UTC',
    reason,
  };
}
