import { type Fragment, quoted, raw } from '../sql/fragment.ts';
import type { Context } from './context.ts';

/** An object's table in the caller's workspace. */
export function tableOf(
  context: Pick<Context, 'workspace'>,
  object: string,
): { readonly text: string; readonly table: Fragment } {
  const text = `${quoted(context.workspace.schema)}.${quoted(object)}`;
  return { text, table: raw(text) };
}
