import { defineAction } from '#kernel/action.ts';
import { create, update } from '#kernel/change.ts';
import { nextDue } from '../../recurrence/next-due.ts';

/** It is done. */
export const completeTask = defineAction({
  name: 'activities.completeTask',
  object: 'activities.task',
  icon: 'check',
  primary: true,
  bulk: true,
  available: { status: { in: ['open', 'inProgress'] } },
  input: {},
  decide: (task) => ({ changes: [update('activities.task', task.id, { status: 'done' })] }),
});

/** Makes the next task of a series out of the one that is done. Runs by itself, and once for each task. */
export const repeatTask = defineAction({
  name: 'activities.repeatTask',
  object: 'activities.task',
  icon: 'repeat',
  available: { status: 'done', recurrence: { isNull: false }, repeatedAs: null },
  input: {},
  async decide(task, _, { newId, now, read }) {
    const { subject, priority, recurrence, recurrenceEnd, remindBefore, regarding, owner, description } =
      task;
    const zone = owner === null ? null : (await read('administration.user', owner)).timeZone;
    const due =
      recurrence === null ? null : nextDue(task.dueAt ?? now, recurrence, recurrenceEnd, zone ?? 'UTC');
    if (due === null) return { changes: [] };
    const id = newId();
    // What lay before the time at which it was due lies as long before the next.
    const before = (time: string | null) =>
      task.dueAt && time
        ? new Date(Date.parse(due) - Date.parse(task.dueAt) + Date.parse(time)).toISOString()
        : null;
    const next = {
      subject,
      priority,
      startsAt: before(task.startsAt),
      dueAt: due,
      remindAt: before(task.remindAt),
      ...(remindBefore !== null && { remindBefore }),
      recurrence,
      recurrenceEnd,
      regarding,
      owner,
      description,
    };
    return {
      changes: [create('activities.task', id, next), update('activities.task', task.id, { repeatedAs: id })],
    };
  },
});
