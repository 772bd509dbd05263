import { ActionIcon, type ActionIconProps, Menu, type MenuProps } from '@mantine/core';
import { type ComponentPropsWithoutRef, type ReactNode, useId, useState } from 'react';
import { StandingTarget } from './standing-target.tsx';
import { useFocusBack } from './use-focus-back.ts';

interface MenuButtonProps
  extends Omit<ComponentPropsWithoutRef<'button'>, keyof ActionIconProps | 'children'>,
    Omit<ActionIconProps, 'children'>,
    Pick<MenuProps, 'position'> {
  /** What it is called, and says of itself. */
  readonly label: string;
  /** What it shows. */
  readonly icon: ReactNode;
  /** How wide its menu is, in pixels. */
  readonly menuWidth?: number;
  /** The entries of its menu, asked for when it is opened. */
  readonly children: () => ReactNode;
}

/**
 * A button that opens a menu, which is drawn when it is opened: on a page with a menu for each card or column, closed ones
 * would take longer to draw than the cards themselves.
 */
export function MenuButton(props: MenuButtonProps) {
  const { label, icon, menuWidth, position, children, ...button } = props;
  const id = useId();
  const [beside, setBeside] = useState<HTMLElement>();
  const opened = beside !== undefined;
  return (
    <>
      <ActionIcon
        {...button}
        id={id}
        data-hint={opened ? undefined : label}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={opened}
        aria-controls={opened ? `${id}-dropdown` : undefined}
        onClick={({ currentTarget }) => setBeside(opened ? undefined : currentTarget)}
      >
        {icon}
      </ActionIcon>
      {beside && (
        <OpenedMenu
          id={id}
          beside={beside}
          position={position}
          width={menuWidth}
          onClose={() => setBeside(undefined)}
        >
          {children()}
        </OpenedMenu>
      )}
    </>
  );
}

interface OpenedMenuProps extends Pick<MenuProps, 'position' | 'width'> {
  /** Of the button, by which the menu is called. */
  readonly id: string;
  readonly beside: HTMLElement;
  readonly children: ReactNode;
  onClose(): void;
}

function OpenedMenu({ id, beside, children, onClose, ...menu }: OpenedMenuProps) {
  useFocusBack(true);
  return (
    <Menu {...menu} id={id} opened onClose={onClose}>
      <Menu.Target>
        <StandingTarget element={beside} />
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
