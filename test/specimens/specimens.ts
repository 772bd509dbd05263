import { call, literal, path } from '#kernel/expression/expression.ts';
import { address } from '#kernel/field/address/address.ts';
import { autoNumber } from '#kernel/field/auto-number/auto-number.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { decimal } from '#kernel/field/decimal/decimal.ts';
import { duration } from '#kernel/field/duration/duration.ts';
import { email } from '#kernel/field/email/email.ts';
import { file } from '#kernel/field/file/file.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { json } from '#kernel/field/json/json.ts';
import { location } from '#kernel/field/location/location.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { money } from '#kernel/field/money/money.ts';
import { multiChoice } from '#kernel/field/multi-choice/multi-choice.ts';
import { percent } from '#kernel/field/percent/percent.ts';
import { phone } from '#kernel/field/phone/phone.ts';
import { recurrence } from '#kernel/field/recurrence/recurrence.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { richText } from '#kernel/field/rich-text/rich-text.ts';
import { rollup } from '#kernel/field/rollup/rollup.ts';
import { text } from '#kernel/field/text/text.ts';
import { url } from '#kernel/field/url/url.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { definePolicy } from '#kernel/policy.ts';

const cabinet = defineObject({
  name: 'museum.cabinet',
  icon: 'archive',
  fields: {
    name: text({ required: true, search: 'name' }),
    opened: date(),
    height: decimal({ scale: 3 }),
    keeper: user(),
    above: reference('museum.cabinet', { acyclic: true }),
    specimens: rollup({ object: 'museum.specimen', by: 'cabinet', measure: 'count' }),
    worth: rollup({ object: 'museum.specimen', by: 'cabinet', measure: 'sum', field: 'price' }),
  },
});

/** An object with a field of every type that the language knows. */
const specimen = defineObject({
  name: 'museum.specimen',
  icon: 'butterfly',
  fields: {
    name: text({ required: true, search: 'name' }),
    label: text({ unique: true, maxLength: 80 }),
    description: longText(),
    story: richText(),
    pieces: integer({ indexed: true }),
    weight: decimal({ scale: 4 }),
    price: money(),
    insured: money(),
    share: percent(),
    genuine: boolean(),
    found: date(),
    catalogued: dateTime(),
    rhythm: recurrence(),
    age: duration(),
    state: choice(
      { field: 'grey', cleaned: 'blue', shown: 'green', lost: 'red' },
      {
        default: 'field',
        transitions: { field: ['cleaned', 'lost'], cleaned: ['shown'], shown: ['cleaned', 'lost'], lost: [] },
      },
    ),
    materials: multiChoice({ jade: 'green', bronze: 'amber', silk: 'violet', paper: 'grey' }),
    correspondence: email(),
    telephone: phone(),
    page: url(),
    origin: address(),
    spot: location(),
    cabinet: reference('museum.cabinet'),
    kin: manyToMany('museum.cabinet'),
    about: regarding({ targets: ['museum.cabinet', 'museum.specimen'] }),
    finder: user(),
    number: autoNumber('M-{year}-{00000}'),
    pictures: file(),
    notes: json(),
    secret: text(),
    fixed: text({ immutable: true }),
    title: formula('text', call('concat', path('name'), literal('text', ' · '), path('label'))),
    perPiece: formula('money', call('divide', path('price'), path('pieces')), { scale: 4 }),
    risk: formula('money', call('subtract', path('price'), path('insured'))),
    atStake: formula(
      'money',
      call('if', path('genuine'), call('multiply', path('risk'), path('share')), path('perPiece')),
    ),
    costly: formula('boolean', call('gt', path('price'), literal('number', '1000'))),
    shelf: formula('text', path('cabinet.name')),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'museum.cabinet': typeof cabinet;
    'museum.specimen': typeof specimen;
  }
}

const cabinetPolicy = definePolicy('museum.cabinet', {
  curator: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
  guide: { read: { keeper: '$actor' } },
});

const specimenPolicy = definePolicy('museum.specimen', {
  curator: {
    read: 'all',
    create: true,
    update: 'all',
    delete: 'all',
    import: true,
    fields: { fixed: 'read' },
  },
  guide: {
    read: { finder: '$actor' },
    update: { finder: '$actor' },
    fields: { secret: 'hidden', price: 'hidden', weight: 'read' },
  },
});

/** A module for tests alone, so that what is true of every field type is proved for every field type. */
export const museum = defineModule({
  name: 'museum',
  depends: [],
  objects: [
    { object: cabinet, policy: cabinetPolicy },
    { object: specimen, policy: specimenPolicy },
  ],
  roles: ['curator', 'guide'],
  navigation: ['specimen', 'cabinet'],
  locales: { en: {}, 'zh-CN': {} },
});
