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

/** What a phone sends: each line of a card. */
const card = (...lines: readonly string[]) =>
  Buffer.from(['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n'));
const put = (name: string, body: Buffer, headers: Record<string, string> = {}) =>
  dav('PUT', `${book}${name}.vcf`, body, { 'content-type': 'text/vcard; charset=utf-8', ...headers });

test('CUS-18 a device that was to read alone changes nothing: refused by the privilege that is lacking', async () => {
  const read = await put('new', card('FN:谁'));
  assert.deepEqual([read.status, /<d:need-privileges>.*<d:write\/>/.test(read.text)], [403, true]);
  assert.equal((await dav('DELETE', `${book}${chen.id}.vcf`)).status, 403);
  assert.equal((await wei('GET', `/api/records/contact/${chen.id}`)).status, 200);
  assert.doesNotMatch((await find(book, '0', '<d:current-user-privilege-set/>')).text, /<d:write\/>/);
});

test('CUS-18 a contact is made, changed and deleted on the phone, and what a card does not tell stays as it is', async () => {
  const writing = { authorization: (await device(wei, ['addressBook', 'addressBook:write'])).authorization };
  assert.match((await find(book, '0', '<d:current-user-privilege-set/>', writing)).text, /<d:write\/>/);
  const name = '6F1C1F7E-0A52-4B7A-9D3E-2F0B6A0C9A11';
  const made = await put(
    name,
    card(
      ...[`UID:${name}`, 'N:周;敏;;;', 'FN:敏 周', 'ORG:恒悦电气;采购部', 'TEL;TYPE=CELL:138 0013 8001'],
      ...['item1.TEL:400 800 1234', 'TEL;TYPE=HOME:0512 6688 0001', 'item1.X-ABLabel:总机', 'NICKNAME:小周'],
      ...[`PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(30_000)}`],
    ),
    { ...writing, 'if-none-match': '*' },
  );
  assert.deepEqual([made.status, made.headers.etag], [201, undefined], made.text);
  const where = encodeURIComponent(JSON.stringify({ externalId: name }));
  const [zhou] = (await wei('GET', `/api/records/contact?where=${where}`)).body.records;
  assert.deepEqual(
    [
      zhou.name,
      zhou.mobile.replaceAll(' ', ''),
      zhou.department,
      zhou.account.id ?? zhou.account,
      zhou.owner.id ?? zhou.owner,
    ],
    ['周敏', '13800138001', '采购部', account.id, wei.id],
  );
  const url = `${book}${name}.vcf`;
  const told = await dav('GET', url, undefined, writing);
  // The device finds its card under its own name and identity, with all that it said.
  assert.match(told.text, new RegExp(`UID:${name}\r\n`));
  assert.match(told.text, /NICKNAME:小周\r\n/);
  assert.match(told.text, /item1\.X-ABLabel:总机\r\n/);
  assert.match(told.text, /0512 ?6688 ?0001/);
  assert.ok(cardsIn((await sync('', '', writing)).text).includes(name));

  await wei('PATCH', `/api/records/contact/${zhou.id}`, { wechat: 'zhoumin' });
  const stale = await put(name, card('N:周;敏;;;', 'FN:周敏'), {
    ...writing,
    'if-match': String(told.headers.etag),
  });
  assert.equal(stale.status, 412);
  const fresh = await dav('GET', url, undefined, writing);
  const changed = Buffer.from(
    fresh.text.replace('END:VCARD', 'TITLE:采购经理\r\nEND:VCARD').replace(/X-WECHAT.*\r\n/, ''),
  );
  assert.equal((await put(name, changed, writing)).status, 428);
  const answer = await put(name, changed, { ...writing, 'if-match': String(fresh.headers.etag) });
  assert.equal(answer.status, 204, answer.text);
  const after = (await wei('GET', `/api/records/contact/${zhou.id}`)).body;
  assert.deepEqual(
    [after.title, after.wechat, after.name, after.mobile, after.department],
    ['采购经理', null, '周敏', zhou.mobile, '采购部'],
  );
  // The identity of a card that was not made on a device stays the record's own.
  const own = await dav('GET', `${book}${chen.id}.vcf`, undefined, writing);
  const other = Buffer.from(
    own.text.replace(/NOTE:.*\r\n/, 'NOTE:电话里说的\r\n').replace(/ORG:.*\r\n/, 'ORG:没有这家公司\r\n'),
  );
  assert.equal((await put(chen.id, other, { ...writing, 'if-match': String(own.headers.etag) })).status, 204);
  const chenAfter = (await wei('GET', `/api/records/contact/${chen.id}`)).body;
  assert.deepEqual(
    [chenAfter.description, chenAfter.account.id ?? chenAfter.account, chenAfter.externalId],
    ['电话里说的', account.id, null],
  );

  const wrong = await put('wrong', card('FN:甲', 'EMAIL:keine Adresse'), {
    ...writing,
    'if-none-match': '*',
  });
  assert.deepEqual([wrong.status, JSON.parse(wrong.text).errors[0].field], [422, 'email']);
  const gone = await dav('DELETE', url, undefined, writing);
  assert.equal(gone.status, 204);
  assert.equal((await wei('GET', `/api/records/contact/${zhou.id}`)).status, 404);
  assert.equal((await wei('POST', `/api/records/contact/${zhou.id}/restore`)).status, 200);
  // Somebody else's contact that he sees through the company he may not delete.
  const refused = await dav('DELETE', `${book}${colleagues.id}.vcf`, undefined, writing);
  assert.deepEqual([refused.status, /<d:write\/>/.test(refused.text)], [403, true]);
  assert.equal((await ask('GET', `/api/records/contact/${colleagues.id}`)).status, 200);
});

test('CUS-18 cards that are meant to do harm are refused: none, several, nested, endless, in another encoding or type', async () => {
  const writing = { authorization: (await device(wei, ['addressBook', 'addressBook:write'])).authorization };
  const refused = async (body: Buffer, headers = {}) =>
    (await put('hostile', body, { ...writing, ...headers })).status;
  assert.equal(await refused(Buffer.from('')), 403);
  assert.equal(await refused(card()), 403);
  assert.equal(await refused(Buffer.concat([card('FN:甲'), card('FN:乙')])), 403);
  assert.equal(await refused(card('FN:甲', 'BEGIN:VCARD', 'FN:乙', 'END:VCARD')), 403);
  assert.equal(await refused(card('FN:甲', 'this is no line')), 403);
  assert.equal(
    await refused(card('FN:甲', ...Array.from({ length: 600 }, (_, index) => `X-A${index}:b`))),
    403,
  );
  assert.equal(
    await refused(
      Buffer.concat([
        Buffer.from('BEGIN:VCARD\r\nFN:'),
        Buffer.from([0xd5, 0xc5, 0xff]),
        Buffer.from('\r\nEND:VCARD'),
      ]),
    ),
    403,
  );
  assert.equal(await refused(card('FN:甲'), { 'content-type': 'text/html' }), 415);
  assert.equal(await refused(card(`NOTE:${'x'.repeat(1024 * 1024)}`)), 413);
  assert.equal((await put('..%2F..%2Fx', card('FN:甲'), writing)).status, 404);
  assert.equal((await put('new', card('FN:甲'), { ...writing, 'if-match': '"x"' })).status, 412);
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
