import { useMeta, useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { asTarget } from '#web/fields/reference/target.ts';

/** At most this many comments, the latest, ask what people think of them; that many fit into an address. */
const MOST = 100;

/** What people think of comments, by comment, in one request for all of them. */
export function useReactions(comments: readonly string[]): ReadonlyMap<string, readonly RecordJson[]> {
  const object = useMeta().objects.find(({ purpose }) => purpose === 'reaction');
  const { data } = useRecords(
    object?.name ?? '',
    {
      where: { comment: { in: comments.slice(0, MOST) } },
      select: 'comment,sign,person.name',
      sort: 'createdAt',
      limit: 200,
    },
    { enabled: object !== undefined && comments.length > 0 },
  );
  const reactions = data?.pages.flatMap(({ records }) => records) ?? [];
  return Map.groupBy(reactions, ({ comment }) => asTarget('', comment)?.id ?? '');
}
