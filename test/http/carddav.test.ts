import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asking } from './product.ts';
import { startProduct } from './product.ts';

const { app, ask, as, colleague } = await startProduct();
const wei = await colleague({ name: '张伟', email: 'wei@hengyue.example', roles: ['salesRepresentative'] });
const boss = await colleague({ name: '王总', email: 'wang@hengyue.example', roles: ['salesManager'] });

const spaces =
  'xmlns:d="DAV:" xmlns:card="urn:ietf:params:xml:ns:carddav" xmlns:cs="http://calendarserver.org/ns/"';
const home = `/api/carddav/${wei.id}/`;
const book = `${home}contact/`;

/** A device with a password of its own. */
const device = async (person: Asking, scopes: readonly string[]) => {
  const { status, body } = await person('POST', '/api/api-keys', { name: 'iPhone', scopes });
  assert.equal(status, 201, JSON.stringify(body));
  return { id: body.id, authorization: basic(body.key) };
};
const basic = (password: string) =>
  `Basic ${Buffer.from(`wei@hengyue.example:${password}`).toString('base64')}`;
const phone = await device(wei, ['addressBook']);

const dav = async (
  method: string,
  url: string,
  body?: string | Buffer,
  headers: Record<string, string> = {},
) => {
  const payload = typeof body === 'string' ? `<?xml version="1.0" encoding="UTF-8"?>\n${body}` : body;
  const answer = await app.inject({
    ...{ method: method as 'GET', url },
    headers: {
      authorization: phone.authorization,
      ...(body !== undefined && { 'content-type': 'text/xml; charset=utf-8' }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  });
  return { status: answer.statusCode, text: answer.body, headers: answer.headers };
};
const find = (url: string, depth: string, properties: string, headers = {}) =>
  dav('PROPFIND', url, `<d:propfind ${spaces}><d:prop>${properties}</d:prop></d:propfind>`, {
    depth,
    ...headers,
  });
const sync = (token: string, more = '', headers = {}) =>
  dav(
    'REPORT',
    book,
    `<d:sync-collection ${spaces}><d:sync-token>${token}</d:sync-token><d:sync-level>1</d:sync-level>${more}<d:prop><d:getetag/></d:prop></d:sync-collection>`,
    headers,
  );
const tokenIn = (text: string) => /<d:sync-token>([^<]+)<\/d:sync-token>/.exec(text)?.[1] ?? '';
const cardsIn = (text: string) => [...text.matchAll(/contact\/([\w-]+)\.vcf/g)].map(([, id]) => id);
const made = async (who: Asking, object: string, values: object) => {
  const { status, body } = await who('POST', `/api/records/${object}`, values);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};

const account = await made(wei, 'account', { name: '恒悦电气' });
const chen = await made(wei, 'contact', {
  ...{ lastName: '陈', firstName: '静', account: account.id, mobile: '+86 138 0013 8000' },
  ...{ description: '第一行\n第二行 <&>' },
});
const colleagues = await made(ask, 'contact', { lastName: '林', firstName: '芳', account: account.id });
const foreign = await made(ask, 'contact', { lastName: '何', firstName: '军' });

test('CUS-18 a phone finds its address book from the name of the server, as iOS does', async () => {
  const wellKnown = await dav('PROPFIND', '/.well-known/carddav');
  assert.deepEqual([wellKnown.status, wellKnown.headers.location], [301, '/api/carddav/']);
  const start = await find('/api/carddav/', '0', '<d:current-user-principal/><d:principal-URL/>');
  assert.equal(start.status, 207);
  assert.match(start.text, new RegExp(`current-user-principal[^>]*><d:href>${home}</d:href>`));
  assert.match(start.text, /principal-URL[^>]*\/><\/d:prop><d:status>HTTP\/1.1 404 Not Found/);
  const options = await dav('OPTIONS', home);
  assert.match(String(options.headers.dav), /addressbook/);
  const person = await find(home, '0', '<card:addressbook-home-set/><d:displayname/>');
  assert.match(person.text, new RegExp(`addressbook-home-set[^>]*><d:href>${home}</d:href>`));
  const books = await find(
    home,
    '1',
    '<d:resourcetype/><d:displayname/><cs:getctag/><d:sync-token/><d:supported-report-set/>',
  );
  assert.match(books.text, new RegExp(`<d:href>${book}</d:href>.*<a:addressbook/>.*urn:guanxi:cards:`));
  assert.match(books.text, /<d:sync-collection\/>/);
});

test('CUS-18 the cards of one’s own customers are told with their tags, fetched together and one by one', async () => {
  const listed = await find(book, '1', '<d:getetag/>');
  assert.deepEqual(cardsIn(listed.text).sort(), [chen.id, colleagues.id].sort());
  const hrefs = [chen.id, foreign.id].map((id) => `<d:href>${book}${id}.vcf</d:href>`).join('');
  const several = await dav(
    'REPORT',
    book,
    `<card:addressbook-multiget ${spaces}><d:prop><d:getetag/><card:address-data/></d:prop>${hrefs}</card:addressbook-multiget>`,
    { depth: '0' },
  );
  assert.match(several.text, /FN:陈静&#13;\n/);
  assert.match(several.text, /NOTE:第一行\\n第二行 &lt;&amp;&gt;&#13;/);
  assert.match(several.text, new RegExp(`${foreign.id}.vcf</d:href><d:status>HTTP/1.1 404`));
  const one = await dav('GET', `${book}${chen.id}.vcf`);
  assert.deepEqual([one.status, /^text\/vcard/.test(String(one.headers['content-type']))], [200, true]);
  assert.match(one.text, /TEL;TYPE=CELL:\+86 ?138 ?0013 ?8000\r\n/);
  const etag = String(one.headers.etag);
  assert.match(several.text, new RegExp(etag.replaceAll('"', '&quot;')));
  assert.equal((await dav('GET', `${book}${chen.id}.vcf`, undefined, { 'if-none-match': etag })).status, 304);
  assert.equal((await dav('GET', `${book}${foreign.id}.vcf`)).status, 404);
});

test('CUS-18 a phone is told what has changed since and what is gone, in parts where it wants few', async () => {
  const first = await sync('');
  assert.equal(cardsIn(first.text).length, 2);
  const token = tokenIn(first.text);
  assert.deepEqual(cardsIn((await sync(token)).text), []);
  await wei('PATCH', `/api/records/contact/${chen.id}`, { title: '采购总监' });
  const later = await sync(token);
  assert.deepEqual([cardsIn(later.text), /404/.test(later.text)], [[chen.id], false]);
  // Somebody else's contact is in the book through the company; it goes when the company does.
  await ask('PATCH', `/api/records/contact/${colleagues.id}`, { account: null });
  const gone = await sync(tokenIn(later.text));
  assert.match(gone.text, new RegExp(`${colleagues.id}.vcf</d:href><d:status>HTTP/1.1 404`));
  await ask('PATCH', `/api/records/contact/${colleagues.id}`, { account: account.id });
  const part = await sync('', '<d:limit><d:nresults>1</d:nresults></d:limit>');
  assert.match(part.text, /507 Insufficient Storage/);
  const rest = await sync(tokenIn(part.text));
  assert.equal(new Set([...cardsIn(part.text), ...cardsIn(rest.text)]).size, 2);
  const unknown = await sync('urn:guanxi:cards:nonsense');
  assert.deepEqual([unknown.status, /<d:valid-sync-token\/>/.test(unknown.text)], [403, true]);
});

test('CUS-18 a device may show all that its person may see, and nothing else', async () => {
  const wide = await device(boss, ['addressBook', 'addressBook:all']);
  const theirs = `/api/carddav/${boss.id}/contact/`;
  const all = await find(theirs, '1', '<d:getetag/>', { authorization: wide.authorization });
  const seen = (await boss('GET', '/api/records/contact?select=id')).body.records;
  assert.deepEqual(cardsIn(all.text).sort(), seen.map(({ id }: { id: string }) => id).sort());
  const strangers = await find(theirs, '1', '<d:getetag/>');
  assert.equal(strangers.status, 404);
});

test('CUS-18 a device signs in with its own password, which opens nothing else and can be revoked', async () => {
  const nobody = await find('/api/carddav/', '0', '<d:resourcetype/>', { authorization: basic('wrong') });
  assert.equal(nobody.status, 401);
  assert.match(String(nobody.headers['www-authenticate']), /^Basic realm=/);
  const bearer = phone.authorization.replace(/^Basic (.*)/, (_whole, text) => {
    const [, key] = Buffer.from(text, 'base64').toString().split(/:(.*)/);
    return `Bearer ${key}`;
  });
  const authorization = { authorization: bearer };
  assert.equal((await as(authorization)('GET', '/api/records/contact')).status, 403);
  assert.equal((await as({ authorization: phone.authorization })('GET', '/api/meta')).status, 401);
  assert.equal((await find(book, '0', '<d:getetag/>', { authorization: '', ...wei.headers })).status, 403);
  const reading = await device(wei, ['read']);
  const byReading = await find(book, '0', '<d:getetag/>', { authorization: reading.authorization });
  assert.equal(byReading.status, 403);

  const lost = await device(wei, ['addressBook']);
  const own = { authorization: lost.authorization };
  assert.equal((await find(book, '0', '<d:getetag/>', own)).status, 207);
  assert.equal((await find(book, '0', '<d:getetag/>', own)).status, 207);
  await wei('DELETE', `/api/api-keys/${lost.id}`);
  assert.equal((await find(book, '0', '<d:getetag/>', own)).status, 401);
  const { entries } = (await ask('GET', '/api/audit?kind=addressBook.read')).body;
  const told = entries.filter(({ subject }: { subject: string }) => subject === `apiKey/${lost.id}`);
  assert.equal(told.length, 1);
});

test('CUS-18 what is changed on the phone is refused by the privilege that is lacking', async () => {
  const put = await dav('PUT', `${book}new.vcf`, Buffer.from('BEGIN:VCARD\r\nEND:VCARD\r\n'), {
    'content-type': 'text/vcard',
  });
  assert.deepEqual([put.status, /<d:need-privileges>.*<d:write\/>/.test(put.text)], [403, true]);
  assert.equal((await dav('DELETE', `${book}${chen.id}.vcf`)).status, 403);
  assert.equal((await wei('GET', `/api/records/contact/${chen.id}`)).status, 200);
});

test('CUS-18 XML that is meant to do harm is refused: entities of its own, foreign encodings, depth, size, nonsense', async () => {
  const refused = async (body: string | Buffer, headers = {}) =>
    (await dav('PROPFIND', book, body, { depth: '0', ...headers })).status;
  const laughs = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><d:propfind ${spaces}><d:prop>&b;</d:prop></d:propfind>`;
  assert.equal(await refused(laughs), 400);
  const outside = `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d:propfind ${spaces}>&x;</d:propfind>`;
  assert.equal(await refused(outside), 400);
  assert.equal(await refused(Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>')), 400);
  assert.equal(await refused(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe])), 400);
  assert.equal(await refused('<a>'.repeat(30) + '</a>'.repeat(30)), 400);
  assert.equal(await refused('<d:propfind'), 400);
  assert.equal(await refused(`<a>${'x'.repeat(1024 * 1024)}</a>`), 413);
  assert.equal(await refused('{}', { 'content-type': 'application/json' }), 415);
  const whole = await dav('PROPFIND', book, undefined, { depth: 'infinity' });
  assert.deepEqual([whole.status, /<d:propfind-finite-depth\/>/.test(whole.text)], [403, true]);
});

test('CUS-18 numbers that somebody sees in part alone, or not at all, are not on his phone, and it is told so', async () => {
  const before = await sync('');
  const limited = await made(ask, 'roleRight', {
    ...{ role: 'salesRepresentative', object: 'contact' },
    fields: { mobile: 'masked', description: 'hidden' },
  });
  const changed = await sync(tokenIn(before.text));
  assert.ok(cardsIn(changed.text).includes(chen.id));
  const { text } = await dav('GET', `${book}${chen.id}.vcf`);
  assert.match(text, /FN:陈静/);
  assert.doesNotMatch(text, /TEL|NOTE/);
  await ask('DELETE', `/api/records/roleRight/${limited.id}`);
});

test('CUS-18 what a phone fetches counts as exported, and who may export nothing has an empty book', async () => {
  const perDay = async (most: number | null) => {
    const { body } = await ask('GET', '/api/safeguards');
    body.everyone.exportedPerDay = most;
    const { status } = await ask('PUT', '/api/safeguards', body);
    assert.equal(status, 200);
  };
  assert.equal((await dav('GET', `${book}${chen.id}.vcf`)).status, 200);
  await perDay(1);
  const [only] = cardsIn((await sync('')).text);
  assert.equal((await dav('GET', `${book}${only}.vcf`)).status, 403);
  await perDay(0);
  assert.deepEqual(cardsIn((await sync('')).text), []);
  await perDay(null);
});
