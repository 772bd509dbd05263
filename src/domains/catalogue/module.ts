import { defineModule } from '#kernel/module.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { productFolder } from './objects/product/product.ts';

/** What the company sells. */
export const catalogue = defineModule({
  name: 'catalogue',
  depends: [],
  objects: [productFolder],
  roles: [],
  navigation: ['product'],
  locales: { en, 'zh-CN': zh },
});
