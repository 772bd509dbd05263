/** How a scope is told: the key of a text, and the field that it speaks of. */
export interface ScopeSentence {
  readonly key: 'unowned' | 'through' | 'among' | 'condition' | (typeof named)[number];
  readonly field?: string;
}

const named = ['own', 'team', 'teammates', 'department', 'departmentAndBelow', 'territory', 'all'] as const;

/** What a scope, or a part of a scope's condition, says in words. */
export function scopeSentence(scope: unknown): ScopeSentence {
  const plain = named.find((name) => name === scope);
  if (plain !== undefined) return { key: plain };
  const entries = typeof scope === 'object' && scope !== null ? Object.entries(scope) : [];
  const [[field, test] = ['', undefined]] = entries;
  if (entries.length !== 1) return { key: 'condition' };
  if (test === '$visible') return { key: 'through', field };
  if (test === '$actor') return field === 'owner' ? { key: 'own' } : { key: 'among', field };
  if (field === 'owner' && test === null) return { key: 'unowned' };
  const operand = typeof test === 'object' && test !== null ? (test as Record<string, unknown>) : {};
  if (operand.contains === '$actor') return { key: 'among', field };
  const circle = named.find((name) => operand.in === `$${name}`);
  return circle !== undefined && field === 'owner' ? { key: circle } : { key: 'condition' };
}
