import type { ObjectFolder } from '#kernel/module.ts';
import { product } from './product.object.ts';
import { productViews } from './product.views.ts';

export const productFolder: ObjectFolder = { object: product, views: productViews };
