import { defineModule } from '#kernel/module.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { accountFolder } from './objects/account/account.ts';
import { affiliationFolder } from './objects/affiliation/affiliation.ts';
import { consentFolder } from './objects/consent/consent.ts';
import { contactFolder } from './objects/contact/contact.ts';

/** The companies and people that the company deals with. */
export const parties = defineModule({
  name: 'parties',
  depends: ['administration'],
  essential: true,
  objects: [accountFolder, contactFolder, affiliationFolder, consentFolder],
  roles: [],
  navigation: ['account', 'contact', 'consent'],
  locales: { en, 'zh-CN': zh },
});
