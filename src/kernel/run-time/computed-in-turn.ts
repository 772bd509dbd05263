import type { Complaint } from '../problem.ts';
import type { AddedField } from './added-field.ts';
import type { FieldDefinition } from './field-definition.ts';

/** Whether a field of the type is computed from others, which may themselves be added. */
export function isComputed(type: string | null): boolean {
  return type === 'rollup' || type === 'formula';
}

/**
 * Fields that are computed, each once what it reads is there. What is left in the end reads what is missing, or itself
 * by way of others.
 */
export function computedInTurn(
  stored: readonly AddedField[],
  definitions: readonly FieldDefinition[],
  made: (known: readonly AddedField[], some: readonly FieldDefinition[]) => readonly AddedField[],
  faults: Map<string, readonly Complaint[]>,
): readonly AddedField[] {
  const computed: AddedField[] = [];
  let waiting = definitions;
  while (waiting.length > 0) {
    const ready = made([...stored, ...computed], waiting);
    if (ready.length === 0) break;
    computed.push(...ready);
    waiting = waiting.filter(({ id }) => !ready.some(({ definition }) => definition.id === id));
  }
  const names = new Set(waiting.map(({ name }) => name));
  for (const { id } of waiting)
    faults.set(
      id,
      (faults.get(id) ?? []).map((complaint) =>
        complaint.code === 'expressionField' && names.has(lastOf(complaint.parameters?.path))
          ? { ...complaint, code: 'expressionCircle' }
          : complaint,
      ),
    );
  return computed;
}

function lastOf(path: unknown): string {
  return (
    String(path ?? '')
      .split('.')
      .at(-1) ?? ''
  );
}
