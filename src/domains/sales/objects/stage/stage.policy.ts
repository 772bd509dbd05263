import { definePolicy } from '#kernel/policy.ts';
import { catalogueGrants } from '../../catalogue-grants.ts';

export const stagePolicy = definePolicy('sales.stage', catalogueGrants);
