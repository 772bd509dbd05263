import { addressType } from './address/address.ts';
import { autoNumberType } from './auto-number/auto-number.ts';
import { booleanType } from './boolean/boolean.ts';
import { choiceType } from './choice/choice.ts';
import { dateType } from './date/date.ts';
import { dateTimeType } from './date-time/date-time.ts';
import { decimalType } from './decimal/decimal.ts';
import { durationType } from './duration/duration.ts';
import { emailType } from './email/email.ts';
import type { FieldTypeName } from './field.ts';
import { fileType } from './file/file.ts';
import { formulaType } from './formula/formula.ts';
import { integerType } from './integer/integer.ts';
import { jsonType } from './json/json.ts';
import { locationType } from './location/location.ts';
import { longTextType } from './long-text/long-text.ts';
import { manyToManyType } from './many-to-many/many-to-many.ts';
import { moneyType } from './money/money.ts';
import { multiChoiceType } from './multi-choice/multi-choice.ts';
import { percentType } from './percent/percent.ts';
import { phoneType } from './phone/phone.ts';
import { recurrenceType } from './recurrence/recurrence.ts';
import { referenceType } from './reference/reference.ts';
import { regardingType } from './regarding/regarding.ts';
import { richTextType } from './rich-text/rich-text.ts';
import { rollupType } from './rollup/rollup.ts';
import { textType } from './text/text.ts';
import type { FieldType } from './type.ts';
import { urlType } from './url/url.ts';
import { userType } from './user/user.ts';

/** Every field type of the language. */
export const fieldTypes: Readonly<Record<FieldTypeName, FieldType>> = {
  text: textType,
  longText: longTextType,
  richText: richTextType,
  integer: integerType,
  decimal: decimalType,
  money: moneyType,
  percent: percentType,
  boolean: booleanType,
  date: dateType,
  dateTime: dateTimeType,
  recurrence: recurrenceType,
  duration: durationType,
  choice: choiceType,
  multiChoice: multiChoiceType,
  email: emailType,
  phone: phoneType,
  url: urlType,
  address: addressType,
  location: locationType,
  reference: referenceType,
  manyToMany: manyToManyType,
  regarding: regardingType,
  user: userType,
  autoNumber: autoNumberType,
  file: fileType,
  json: jsonType,
  formula: formulaType,
  rollup: rollupType,
};
