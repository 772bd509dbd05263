import type { KeptAnswer, Problem, ShownForm, Thanks } from './form-answer.ts';

/** Where a form is found: a server, and the form's own name there. */
export interface FormPlace {
  readonly server: string;
  readonly form: string;
  /** That the page asks for; the browser's own when absent. */
  readonly language: string | undefined;
  /** The page holds nothing else. */
  readonly alone: boolean;
}

/** An answer to a form, by the end of the address that whoever gave it was told. */
export interface AnswerPlace extends FormPlace {
  readonly answer: string;
}

/** Where an answer is come back to. */
export function addressOf({ server, form, answer }: AnswerPlace): string {
  return `${server}/forms/${form}/${answer}`;
}

/** Fetches what is to be shown. Nothing is stored in the browser and nothing that is stored there is sent. */
export function fetchForm(place: FormPlace): Promise<ShownForm | Problem> {
  return ask(place, '', {});
}

/** Sends what was filled in. */
export function sendAnswer(place: FormPlace, answer: object): Promise<Thanks | Problem> {
  return ask(place, '', posted(answer));
}

/** Fetches what has become of an answer. */
export function fetchKept(place: AnswerPlace): Promise<KeptAnswer | Problem> {
  return ask(place, `/answers/${place.answer}`, {});
}

/** Moves an answer to another time, or takes it back. */
export function changeKept(
  place: AnswerPlace,
  change: { readonly time: string } | { readonly withdraw: true },
): Promise<KeptAnswer | Problem> {
  return ask(place, `/answers/${place.answer}`, posted(change));
}

function posted(body: object): RequestInit {
  return {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
}

async function ask<Answer>(
  { server, form, language }: FormPlace,
  below: string,
  how: RequestInit,
): Promise<Answer | Problem> {
  const query = `?language=${encodeURIComponent(language ?? navigator.language)}`;
  const headers = { ...how.headers, 'accept-language': language ?? navigator.language };
  try {
    const answer = await fetch(`${server}/api/public-forms/${form}${below}${query}`, {
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
