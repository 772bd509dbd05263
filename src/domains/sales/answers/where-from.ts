import type { ValuesOf } from '#kernel/object.ts';
import type { FormAnswer } from '#kernel/public-form.ts';

/** What a new lead knows of the page on which somebody filled a form in, and of what led there. */
export function whereFrom(
  { page, referrer, marks }: FormAnswer,
  campaign: string | null = null,
): ValuesOf<'sales.lead'> {
  return {
    firstTouchCampaign: campaign ?? marks.campaign?.slice(0, 255) ?? null,
    landingPage: page,
    referrer,
    utm: Object.keys(marks).length === 0 ? null : marks,
  };
}
