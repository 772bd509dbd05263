import { fileURLToPath } from 'node:url';

/** The absolute path of a file of this repository, whatever the working directory. */
export function fromRoot(path) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
