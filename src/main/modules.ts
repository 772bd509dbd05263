import { activities } from '#domains/activities/module.ts';
import { administration } from '#domains/administration/module.ts';
import { commerceService } from '#domains/bridges/commerce-service/module.ts';
import { marketingSales } from '#domains/bridges/marketing-sales/module.ts';
import { salesCommerce } from '#domains/bridges/sales-commerce/module.ts';
import { salesService } from '#domains/bridges/sales-service/module.ts';
import { catalogue } from '#domains/catalogue/module.ts';
import { commerce } from '#domains/commerce/module.ts';
import { marketing } from '#domains/marketing/module.ts';
import { parties } from '#domains/parties/module.ts';
import { reporting } from '#domains/reporting/module.ts';
import { sales } from '#domains/sales/module.ts';
import { service } from '#domains/service/module.ts';
import type { Module } from '#kernel/module.ts';

/** Every module of the product: the one list. */
export const modules: readonly Module[] = [
  parties,
  sales,
  marketing,
  commerce,
  service,
  catalogue,
  activities,
  reporting,
  administration,
  salesCommerce,
  commerceService,
  salesService,
  marketingSales,
];

/** The object whose records are the people who work here. */
export const people = 'administration.user';
