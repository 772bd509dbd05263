import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { email } from '#kernel/field/email/email.ts';
import { json } from '#kernel/field/json/json.ts';
import { roles } from '#kernel/field/multi-choice/roles.ts';
import { phone } from '#kernel/field/phone/phone.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { user as person } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** Somebody who works here. */
export const user = defineObject({
  name: 'administration.user',
  icon: 'user',
  defaultSort: 'name',
  personal: { purpose: 'employment', ground: 'agreement', kept: true },
  fields: {
    name: text({ required: true, search: 'name', personal: 'identity' }),
    email: email({ unique: true, personal: 'reach' }),
    title: text({ search: 'text', personal: 'work' }),
    phone: phone({ personal: 'reach' }),
    manager: person(),
    department: reference('administration.department', { timeline: false }),
    /** By whose hours he works where he is in several teams that have some. */
    mainTeam: reference('administration.team', { timeline: false }),
    roles: roles(),
    active: boolean({ required: true, default: true }),
    locale: choice({ en: 'grey', 'zh-CN': 'grey' }, { default: 'zh-CN' }),
    timeZone: text({ maxLength: 60, default: 'Asia/Shanghai' }),
    workingTime: json({ personal: 'work' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.user': typeof user;
  }
}
