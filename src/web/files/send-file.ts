import { ProblemError, toProblem } from '#web/api/problem.ts';
import type { StoredFile } from '#web/fields/file/format.ts';

/** Stores a file, telling how much of it has gone, from 0 to 1. */
export function sendFile(file: File, onProgress: (share: number) => void): Promise<StoredFile> {
  const form = new FormData();
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how far it has come.
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ProblemError(toProblem(0, '', undefined)));
    request.onload = () => {
      const [stored] = Array.isArray(request.response) ? (request.response as readonly StoredFile[]) : [];
      if (request.status === 201 && stored) resolve(stored);
      else reject(new ProblemError(toProblem(request.status, request.statusText, request.response)));
    };
    request.send(form);
  });
}
