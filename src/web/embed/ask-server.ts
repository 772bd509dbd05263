import type { Problem, ShownForm, Thanks } from './form-answer.ts';

/** Where a form is found: a server, and the form's own name there. */
export interface FormPlace {
  readonly server: string;
  readonly form: string;
  /** That the page asks for; the browser's own when absent. */
  readonly language: string | undefined;
}

/** Fetches what is to be shown. Nothing is stored in the browser and nothing that is stored there is sent. */
export function fetchForm(place: FormPlace): Promise<ShownForm | Problem> {
  return ask(place, {});
}

/** Sends what was filled in. */
export function sendAnswer(place: FormPlace, answer: object): Promise<Thanks | Problem> {
  return ask(place, {
    method: 'POST',
    body: JSON.stringify(answer),
    headers: { 'content-type': 'application/json' },
  });
}

async function ask<Answer>(
  { server, form, language }: FormPlace,
  how: RequestInit,
): Promise<Answer | Problem> {
  const query = `?language=${encodeURIComponent(language ?? navigator.language)}`;
  const headers = { ...how.headers, 'accept-language': language ?? navigator.language };
  try {
    const answer = await fetch(`${server}/api/public-forms/${form}${query}`, {
      ...how,
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer-when-downgrade',
    });
    return (await answer.json()) as Answer | Problem;
  } catch {
    return { status: 0, errors: [] };
  }
}

export function isProblem(answer: object): answer is Problem {
  return 'errors' in answer;
}
