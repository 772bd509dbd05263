import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import { keys } from '#web/api/keys.ts';
import { toast } from '#web/kit/toast.tsx';
import { useChange } from '#web/views/changing/use-change.ts';
import type { Move } from './board-groups.ts';

/** Moves cards: at its new place at once, back where it was when the server says no. */
export function useMoves(object: ObjectMeta, field: string) {
  const client = useQueryClient();
  const change = useChange(object);
  const [moves, setMoves] = useState<readonly Move[]>([]);

  const move = async (next: Move) => {
    setMoves((all) => [...all.filter(({ record }) => record.id !== next.record.id), next]);
    const outcome = await change(next.record, { [field]: next.to });
    if (!outcome.done && outcome.complaint) toast(outcome.complaint, 'red');
    if (outcome.done) await client.invalidateQueries({ queryKey: keys.object(object.name) });
    setMoves((all) => all.filter((each) => each !== next));
  };

  return { moves, move };
}
