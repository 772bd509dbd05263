import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from '@mantine/core';
import { componentDefaults } from './component-defaults.ts';
import { palette } from './palette.ts';
import { variantColorResolver } from './variant-colors.ts';

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

const look = createTheme({
  colors: palette,
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 5 },
  variantColorResolver,
  black: palette.gray[9],
  white: '#ffffff',
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.6' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.35' },
      h2: { fontSize: '18px', lineHeight: '1.4' },
      h3: { fontSize: '15px', lineHeight: '1.45' },
      h4: { fontSize: '14px', lineHeight: '1.5' },
    },
  },
  shadows: {
    xs: '0 1px 2px rgb(33 30 26 / 6%)',
    sm: '0 1px 3px rgb(33 30 26 / 8%), 0 1px 2px rgb(33 30 26 / 5%)',
    md: '0 4px 14px rgb(33 30 26 / 10%), 0 1px 3px rgb(33 30 26 / 6%)',
    lg: '0 12px 32px rgb(33 30 26 / 14%), 0 2px 6px rgb(33 30 26 / 7%)',
    xl: '0 24px 56px rgb(33 30 26 / 18%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});

/** The look of the product, in a language. Seal red is asked for by name (`color="seal"`): once per screen. */
export function themeIn(t: (key: string) => string): MantineThemeOverride {
  return { ...look, components: componentDefaults(t) };
}

/** Named surfaces and inks, so that no stylesheet repeats a colour per scheme. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--gx-paper': '#fbfaf7',
    '--gx-surface': '#ffffff',
    '--gx-rail': '#f3f1ec',
    '--gx-hover': 'rgb(58 54 48 / 5%)',
    '--gx-selected': 'rgb(58 54 48 / 9%)',
    '--gx-line': '#e6e3dc',
    '--gx-line-strong': '#cfcabf',
    '--gx-ink': palette.gray[9],
    '--gx-ink-soft': '#5f5a50',
    '--gx-ink-faint': '#6f695f',
    '--gx-seal': palette.seal[6],
    '--gx-on-ink': '#ffffff',
    '--gx-focus': palette.blue[5],
    '--gx-mark': '#fbe7a8',
    '--mantine-color-text': palette.gray[9],
    '--mantine-color-body': '#fbfaf7',
    '--mantine-color-dimmed': '#6a655b',
    '--mantine-color-placeholder': '#757065',
    '--mantine-color-default-border': '#dedad1',
    '--mantine-color-error': palette.red[6],
  },
  dark: {
    '--gx-paper': '#171512',
    '--gx-surface': '#1f1d19',
    '--gx-rail': '#13110f',
    '--gx-hover': 'rgb(233 230 224 / 5%)',
    '--gx-selected': 'rgb(233 230 224 / 9%)',
    '--gx-line': '#2e2b26',
    '--gx-line-strong': '#47433c',
    '--gx-ink': '#e9e6e0',
    '--gx-ink-soft': '#b3aea4',
    '--gx-ink-faint': '#a59f94',
    '--gx-seal': palette.seal[4],
    '--gx-on-ink': '#171512',
    '--gx-focus': palette.blue[4],
    '--gx-mark': '#6b5412',
    '--mantine-color-text': '#e9e6e0',
    '--mantine-color-body': '#171512',
    '--mantine-color-dimmed': '#a09a8f',
    '--mantine-color-placeholder': '#969186',
    '--mantine-color-default': '#1f1d19',
    '--mantine-color-default-border': '#3a3731',
    '--mantine-color-error': palette.red[3],
  },
});
