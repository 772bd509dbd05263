import type { MantineThemeComponents } from '@mantine/core';

const quick = { transition: 'fade', duration: 90 } as const;

/**
 * What every part of the kit looks like unless told otherwise, and what its nameless buttons are called.
 * Plain data, so that the first page need not fetch parts that it does not show.
 */
export const componentDefaults = (t: (key: string) => string): MantineThemeComponents => ({
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
  Button: { defaultProps: { size: 'xs' }, styles: { label: { fontWeight: 600 } } },
  Checkbox: { defaultProps: { size: 'xs', iconColor: 'var(--gx-on-ink)' } },
  // With its variant named it takes the colour of its words from the theme, as buttons do.
  Chip: { defaultProps: { variant: 'filled' } },
  Drawer: {
    defaultProps: {
      overlayProps: { backgroundOpacity: 0.25 },
      closeButtonProps: { 'aria-label': t('kit.close') },
      attributes: { header: { role: 'presentation' } },
    },
    styles: { content: { background: 'var(--gx-surface)' } },
  },
  Input: { defaultProps: { size: 'sm' } },
  // What is wrong is read out when it is shown.
  InputError: { defaultProps: { 'aria-live': 'assertive' } },
  InputWrapper: {
    defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    styles: {
      label: { marginBottom: 4 },
      description: { marginTop: 4 },
      error: { marginTop: 4 },
    },
  },
  Menu: {
    // The place that would hold the first focus is no entry: a menu may have nothing but entries in it.
    defaultProps: {
      shadow: 'md',
      position: 'bottom-end',
      transitionProps: quick,
      withInitialFocusPlaceholder: false,
    },
    styles: { label: { paddingTop: 10 } },
  },
  Modal: {
    defaultProps: {
      overlayProps: { backgroundOpacity: 0.3 },
      padding: 'lg',
      radius: 'md',
      transitionProps: { transition: 'fade-up', duration: 120 },
      closeButtonProps: { 'aria-label': t('kit.close') },
      // The head of a dialog is not that of the document.
      attributes: { header: { role: 'presentation' } },
    },
    styles: {
      content: { background: 'var(--gx-surface)', border: '1px solid var(--gx-line)' },
      header: { background: 'var(--gx-surface)' },
      title: { fontSize: 15, fontWeight: 620 },
    },
  },
  Notification: {
    defaultProps: { closeButtonProps: { 'aria-label': t('kit.close') } },
  },
  PasswordInput: {
    defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('kit.showPassword') } },
  },
  Popover: { defaultProps: { shadow: 'md', transitionProps: quick } },
  Select: { defaultProps: { allowDeselect: false } },
  Tabs: {
    styles: {
      list: { '--tab-border-color': 'var(--gx-line)' },
      tab: { marginBottom: 0, padding: '9px 12px' },
    },
  },
  Tooltip: { defaultProps: { transitionProps: quick } },
});
