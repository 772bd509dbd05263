import { defaultVariantColorsResolver, type VariantColorsResolver } from '@mantine/core';

/** Ink fills are dark on paper and light at night, so the word on them must turn as well. */
export const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const ink = (input.color ?? input.theme.primaryColor) === 'ink';
  return ink && input.variant === 'filled' ? { ...colors, color: 'var(--gx-on-ink)' } : colors;
};
