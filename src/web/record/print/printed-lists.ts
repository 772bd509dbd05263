import { useQuery } from '@tanstack/react-query';
import { fieldAt } from '#kernel/field-at.ts';
import type { Meta, RelatedMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson, RecordPageJson } from '#web/api/record.ts';
import { type Column, selectOf } from '#web/views/columns.ts';
import { useRecordScope } from '../record-scope.ts';
import { relatedColumns } from '../related/columns.ts';
import { linkWhere } from '../related/link-value.ts';
import { relatedOf } from '../related/use-related.ts';

/** A related list as it is printed. */
export interface PrintedList {
  readonly related: RelatedMeta;
  readonly columns: readonly Column[];
  readonly records: readonly RecordJson[];
  /** How many there are beside those on paper. */
  readonly further: number;
}

/** Rows of one list that go on paper. */
const most = 100;

/** Everything that points to the record and is something; undefined until all of it has come. */
export function usePrintedLists(): readonly PrintedList[] | undefined {
  const meta = useMeta();
  const { object, record } = useRecordScope();
  const { data } = useQuery({
    queryKey: [...keys.recordAnySelect(object.name, record.id), 'printed'],
    queryFn: () =>
      Promise.all(relatedOf(meta, object).map((related) => printedList(meta, related, record.id))),
    staleTime: 0,
    gcTime: 0,
  });
  return data?.flatMap((list) => (list && list.records.length > 0 ? [list] : []));
}

async function printedList(meta: Meta, related: RelatedMeta, id: string): Promise<PrintedList | undefined> {
  const object = meta.objects.find(({ name }) => name === related.object);
  const link = fieldAt(meta, related.object, related.field);
  if (!object || !link) return undefined;
  const columns = relatedColumns(meta, object, related.field, 6);
  const query = {
    where: linkWhere(link, id, related.field),
    select: selectOf(columns),
    sort: object.sort,
    limit: most,
    count: true,
  };
  const { records, count = 0 } = await api.get<RecordPageJson>(`records/${object.name}`, { query });
  return { related, columns, records, further: Math.max(0, count - records.length) };
}
