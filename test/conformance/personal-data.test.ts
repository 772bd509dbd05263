import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Field } from '#kernel/field/field.ts';
import { phone } from '#kernel/field/phone/phone.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { compose } from '#kernel/registry.ts';
import { modules, people } from '#main/modules.ts';

const registry = compose(modules, people);

/** Types whose values reach somebody, and names that people's details have. */
const reaching = ['email', 'phone', 'address', 'location'];
const telling =
  /birth|firstName|lastName|surname|nationalId|idCard|passport|wechat|mobile|telephone|ipAddress|^person$|gender|salary|iban/i;
const valued = ['text', 'longText', 'richText', 'date', 'dateTime', 'choice', 'multiChoice', 'json', 'url'];

/** Fields that look as if they told of people and do not say so. */
function silent(name: string, fields: Iterable<readonly [string, Field]>, names: object = {}): string[] {
  return [...fields]
    .filter(([field, { type, personal }]) => {
      const looks = reaching.includes(type) || (valued.includes(type) && telling.test(field));
      return personal === undefined && (looks || field in names);
    })
    .map(([field]) => `${name}.${field}`);
}

describe('PRV-01 what tells of people says so', () => {
  it('every address, number, birthday, name of a person and the like, in every domain', () => {
    const found = [...registry.objects.values()]
      .filter(({ declaration }) => declaration.unites === undefined)
      .flatMap(({ name, fields, declaration }) => silent(name, fields, declaration.personal?.names));
    assert.deepEqual(found, []);
  });

  it('who forgets it is found out', () => {
    const fields = { birthPlace: text(), line: phone(), alias: text(), colour: text() };
    assert.deepEqual(silent('guest', Object.entries(fields), { alias: 'full' }), [
      'guest.birthPlace',
      'guest.line',
      'guest.alias',
    ]);
  });

  it('who keeps it says what for, or the product does not start', () => {
    const guest = defineObject({
      name: 'hotel.guest',
      icon: 'user',
      fields: { name: text({ personal: 'identity' }) },
    });
    const texts = { en: {}, 'zh-CN': {} };
    const hotel = defineModule({
      ...{ name: 'hotel', depends: [], roles: [], navigation: [], locales: texts },
      objects: [{ object: guest as never }],
    });
    assert.throws(() => compose([...modules, hotel], people), /hotel\.guest: name tell of people/);
  });
});
