import { definePolicy } from '#kernel/policy.ts';
import { catalogueGrants } from '../../catalogue-grants.ts';

export const pipelinePolicy = definePolicy('sales.pipeline', catalogueGrants);
