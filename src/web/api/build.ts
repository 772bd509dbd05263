declare const __BUILD__: string;

/** Which build of the client this is. */
export const build = __BUILD__;

export const buildHeader = 'x-guanxi-build';

let told = false;
let heard: () => void = () => {};

/** What happens, once, when the server gives out another build than this. */
export function onOtherBuild(handler: () => void): void {
  heard = handler;
}

/** Looks whether an answer tells of another build. */
export function hearOfBuild({ headers }: Response): void {
  if (told || headers.get(buildHeader) === null) return;
  told = true;
  heard();
}
