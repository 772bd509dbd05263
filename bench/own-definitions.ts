/** Objects and fields as a company adds them, put away and brought back while the server runs. */
export interface OwnDefinitions {
  inForce(): Promise<void>;
  putAway(): Promise<void>;
  /** Deletes them for good. */
  forget(): Promise<void>;
}

interface Listed {
  readonly records: readonly { readonly id: string }[];
}

/** Where what an object of this name defines is deleted for good. */
const erased: Readonly<Record<string, string>> = { customField: 'fields', customObject: 'objects' };

type Headers = Readonly<Record<string, string>>;

const [objects, fields] = [20, 50];
const types = ['text', 'money', 'date', 'integer', 'boolean'];

/** Adds 20 objects, and 50 fields to two others, of which no list shows any. */
export async function ownDefinitions(url: string, headers: Headers): Promise<OwnDefinitions> {
  const ask = async (method: string, path: string, body?: object) => {
    const json = body && { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/${path}`, {
      ...{ method, headers: { ...headers, ...json } },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  const add = async (object: string, values: readonly object[]): Promise<readonly string[]> => {
    const { records } = (await ask('POST', `records/${object}`, values)) as Listed;
    return records.map(({ id }) => `${object}/${id}`);
  };
  const leftBehind = async (object: string) => {
    const where = encodeURIComponent(JSON.stringify({ name: { startsWith: 'bench' } }));
    const path = `records/${object}?where=${where}&limit=200`;
    const [live, away] = [await ask('GET', path), await ask('GET', `${path}&bin=true`)] as Listed[];
    return { live: live?.records ?? [], away: away?.records ?? [] };
  };
  // A run that was broken off has left its own behind.
  for (const object of ['customField', 'customObject']) {
    const { live, away } = await leftBehind(object);
    for (const { id } of live) await ask('DELETE', `records/${object}/${id}`);
    for (const { id } of [...live, ...away]) await ask('DELETE', `${erased[object]}/${id}`);
  }
  const added = [
    ...(await add(
      'customField',
      Array.from({ length: fields }, (_, index) => fieldOf(index)),
    )),
    ...(await add(
      'customObject',
      Array.from({ length: objects }, (_, index) => objectOf(index)),
    )),
  ];
  let live = true;
  const set = async (wanted: boolean) => {
    if (live === wanted) return;
    live = wanted;
    for (const path of added)
      await (wanted ? ask('POST', `records/${path}/restore`) : ask('DELETE', `records/${path}`));
  };
  return {
    inForce: () => set(true),
    putAway: () => set(false),
    async forget() {
      await set(false);
      for (const path of added) {
        const [object = '', id] = path.split('/');
        await ask('DELETE', `${erased[object]}/${id}`);
      }
    },
  };
}

function fieldOf(index: number): object {
  const object = index % 2 === 0 ? 'contact' : 'account';
  return { object, type: types[index % types.length], name: `bench${index}`, labelEn: `Field ${index}` };
}

function objectOf(index: number): object {
  return { name: `bench${index}`, labelEn: `Object ${index}`, access: 'all' };
}
