import type { ObjectFolder } from '#kernel/module.ts';
import { pipeline } from './pipeline.object.ts';
import { pipelinePolicy } from './pipeline.policy.ts';
import { pipelineViews } from './pipeline.views.ts';

export const pipelineFolder: ObjectFolder = {
  object: pipeline,
  policy: pipelinePolicy,
  views: pipelineViews,
};
