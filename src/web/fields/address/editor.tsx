import { Input, SimpleGrid, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../field-props.ts';
import { chrome } from '../input-props.ts';
import { ADDRESS_PARTS, asAddress, tidyAddress, withPart } from './address.ts';

/** The parts of an address; it is finished when the focus leaves the last of them. */
export function AddressEditor(props: EditorProps) {
  const { field, value, onChange, onCommit, onCancel, error, autoFocus } = props;
  const { t } = useTranslation();
  const address = asAddress(value);
  const finish = () => onCommit?.(tidyAddress(address));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && onCommit) finish();
    if (event.key === 'Escape') onCancel?.();
    if (event.key === 'Tab' && onCommit) event.stopPropagation();
  };
  return (
    <Input.Wrapper {...chrome(props)} error={error}>
      <SimpleGrid
        cols={2}
        spacing="xs"
        role="group"
        aria-label={field.label}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) finish();
        }}
      >
        {ADDRESS_PARTS.map((part, index) => (
          <TextInput
            key={part}
            placeholder={t(`field.address.${part}`)}
            aria-label={t(`field.address.${part}`)}
            value={address[part] ?? ''}
            autoFocus={index === 0 && (autoFocus ?? false)}
            style={part === 'street' ? { gridColumn: '1 / -1' } : undefined}
            onChange={(event) => onChange(withPart(address, part, event.currentTarget.value))}
            autoComplete="off"
          />
        ))}
      </SimpleGrid>
    </Input.Wrapper>
  );
}
