import { Modal as MantineModal, type ModalProps } from '@mantine/core';
import { useFocusBack } from './use-focus-back.ts';

/** A dialog over the page, which gives the focus back when it is gone, also where it exists only while it is open. */
export function Modal(props: ModalProps) {
  useFocusBack(props.opened);
  return <MantineModal {...props} />;
}
