import { build, buildHeader } from './build.ts';
import { ProblemError, toProblem } from './problem.ts';

/**
 * Fetches a file of the API and gives it to the browser to keep, under the name that the server has for it. Unlike a
 * link this tells why when it is refused, in the reader's language. What is `wanted` of it goes with the question.
 */
export async function download(path: string, language: string, wanted?: object): Promise<void> {
  const asked = wanted && { method: 'POST', body: JSON.stringify(wanted) };
  const response = await fetch(`/api/${path}`, {
    ...asked,
    credentials: 'same-origin',
    headers: {
      ...{ 'accept-language': language, [buildHeader]: build },
      ...(asked && { 'content-type': 'application/json' }),
    },
  });
  if (!response.ok) {
    const body = await response.json().catch(() => undefined);
    throw new ProblemError(toProblem(response.status, response.statusText, body));
  }
  keepFile(nameIn(response.headers.get('content-disposition') ?? ''), await response.blob());
}

/** Gives the browser a file to keep. */
function keepFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to keep it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name in words when there is one, as RFC 6266 has it. */
function nameIn(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? '';
}
