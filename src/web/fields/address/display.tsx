import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';
import { asAddress } from './address.ts';
import { formatAddress } from './format.ts';

/** A postal address on one line. */
export function AddressDisplay({ value }: DisplayProps) {
  const { locale } = useFormatting();
  return <span>{formatAddress(asAddress(value), locale)}</span>;
}
