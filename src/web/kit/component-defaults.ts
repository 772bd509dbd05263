import {
  ActionIcon,
  Button,
  Checkbox,
  Drawer,
  Input,
  type MantineThemeComponents,
  Menu,
  Modal,
  Notification,
  PasswordInput,
  Popover,
  Select,
  Tabs,
  Tooltip,
} from '@mantine/core';

const quick = { transition: 'fade', duration: 90 } as const;

/** What every part of the kit looks like unless told otherwise, and what its nameless buttons are called. */
export const componentDefaults = (t: (key: string) => string): MantineThemeComponents => ({
  ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
  Button: Button.extend({ defaultProps: { size: 'xs' }, styles: { label: { fontWeight: 600 } } }),
  Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', iconColor: 'var(--gx-on-ink)' } }),
  Drawer: Drawer.extend({
    defaultProps: {
      overlayProps: { backgroundOpacity: 0.25 },
      closeButtonProps: { 'aria-label': t('kit.close') },
    },
  }),
  Input: Input.extend({ defaultProps: { size: 'sm' } }),
  InputWrapper: Input.Wrapper.extend({
    defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    styles: {
      label: { marginBottom: 4 },
      description: { marginTop: 4 },
      error: { marginTop: 4 },
    },
  }),
  Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end', transitionProps: quick } }),
  Modal: Modal.extend({
    defaultProps: {
      overlayProps: { backgroundOpacity: 0.3 },
      padding: 'lg',
      radius: 'md',
      transitionProps: { transition: 'fade-up', duration: 120 },
      closeButtonProps: { 'aria-label': t('kit.close') },
    },
    styles: {
      content: { background: 'var(--gx-surface)', border: '1px solid var(--gx-line)' },
      header: { background: 'var(--gx-surface)' },
      title: { fontSize: 15, fontWeight: 620 },
    },
  }),
  Notification: Notification.extend({
    defaultProps: { closeButtonProps: { 'aria-label': t('kit.close') } },
  }),
  PasswordInput: PasswordInput.extend({
    defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('kit.showPassword') } },
  }),
  Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: quick } }),
  Select: Select.extend({ defaultProps: { allowDeselect: false } }),
  Tabs: Tabs.extend({
    styles: {
      list: { '--tab-border-color': 'var(--gx-line)' },
      tab: { marginBottom: 0, padding: '9px 12px' },
    },
  }),
  Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, transitionProps: quick } }),
});
