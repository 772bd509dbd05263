import { definePolicy } from '#kernel/policy.ts';
import { catalogueGrants } from '../../catalogue-grants.ts';

export const productPolicy = definePolicy('sales.product', catalogueGrants);
