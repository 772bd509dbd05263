import type { Directory, DirectoryPerson } from '../directory.ts';
import type { Person } from '../people.ts';
import { refuse } from '../refuse.ts';

/** A person as he is recorded; refused where his record is inactive or gone: no proof of who he is lets him in then. */
export async function worksHere(directory: Directory, person: Person): Promise<DirectoryPerson> {
  const found = await directory.find(person);
  if (found?.active !== true) throw refuse('unauthenticated', 'accessEnded');
  return found;
}
