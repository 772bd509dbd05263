import { Navigate } from '@tanstack/react-router';
import { ProblemError } from '#web/api/problem.ts';
import { useRecord } from '#web/api/queries.ts';
import { asTarget } from '#web/fields/reference/target.ts';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { PageSkeleton } from '#web/shell/page-skeleton.tsx';

/** A comment has no page of its own: it is read where it was said, on the timeline of its record. */
export function CommentPage({ object, id }: { readonly object: string; readonly id: string }) {
  const { data, error } = useRecord(object, id, 'regarding');
  if (error instanceof ProblemError && error.status === 404) return <NotFoundPage />;
  if (error) throw error;
  if (!data) return <PageSkeleton />;
  const about = asTarget('', data.regarding);
  if (!about) return <NotFoundPage />;
  return (
    <Navigate
      to="/$object/$id"
      params={{ object: about.object, id: about.id }}
      search={{ show: object, at: id }}
      replace
    />
  );
}
