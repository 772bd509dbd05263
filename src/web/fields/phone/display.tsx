import type { DisplayProps } from '../field-props.ts';
import classes from '../link.module.css';
import { usePhoneText } from './use-phone-text.ts';

/** A number to call. */
export function PhoneDisplay({ value }: DisplayProps) {
  const number = String(value);
  const text = usePhoneText(number);
  return (
    <a
      className={classes.link}
      href={`tel:${number.replace(/[^\d+,;#*]/g, '')}`}
      onClick={(event) => event.stopPropagation()}
    >
      {text}
    </a>
  );
}
