import { useMeta } from '#web/api/queries.ts';

/** The object that keeps what files were, and the verbs that bring another version and make a former one current. */
export function useFileVersions(files: string) {
  const { objects, actions } = useMeta();
  const verbs = actions.filter(({ object }) => object === files);
  const verbWith = (type: string) => verbs.find(({ input }) => input[0]?.type === type)?.name ?? '';
  const former = objects.find(({ purpose }) => purpose === 'documentVersion')?.name ?? '';
  return { former, bring: verbWith('file'), restore: verbWith('integer') };
}
