import { defineAction } from '#kernel/action.ts';
import { asSystem, type Change, create, update } from '#kernel/change.ts';
import { file } from '#kernel/field/file/file.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { text } from '#kernel/field/text/text.ts';
import type { RecordOf } from '#kernel/object.ts';
import { Refusal } from '#kernel/problem.ts';

type Document = RecordOf<'activities.document'>;

/** The present version goes among the former ones, and the file takes its place under the next number. */
function replaced(
  document: Document,
  content: Document['content'],
  remark: string | null,
  { newId, actor, now }: { newId(): string; actor: { readonly id: string }; now: string },
): readonly Change[] {
  const { id, number, author, broughtAt } = document;
  const former = {
    document: id,
    number,
    content: document.content,
    author,
    broughtAt,
    remark: document.remark,
  };
  return [
    asSystem(
      'Whoever brings a new version keeps the former one.',
      create('activities.documentVersion', newId(), former),
    ),
    update('activities.document', id, {
      content,
      remark,
      number: (number ?? 1) + 1,
      author: actor.id,
      broughtAt: now,
    }),
  ];
}

/** Another file in place of the present one, which is kept. Two at once come one after the other. */
export const bringVersion = defineAction({
  name: 'activities.bringVersion',
  object: 'activities.document',
  icon: 'history',
  input: { content: file({ required: true }), remark: text() },
  decide: (document, { content, remark }, decision) => ({
    changes: replaced(document, content, remark, decision),
  }),
});

/** A former version becomes the present one again, as a new version: nothing that was in between is lost. */
export const restoreVersion = defineAction({
  name: 'activities.restoreVersion',
  object: 'activities.document',
  icon: 'rotate',
  available: { number: { gt: 1 } },
  input: { number: integer({ required: true }), remark: text() },
  async decide(document, { number, remark }, decision) {
    const [former] = await decision.list('activities.documentVersion', { document: document.id, number }, 1);
    if (former === undefined) throw new Refusal('invalid', [{ field: 'number', code: 'noSuchVersion' }]);
    return { changes: replaced(document, former.content, remark ?? former.remark, decision) };
  },
});
