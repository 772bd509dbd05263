import { Big } from 'big.js';
import { dateSerial } from '../../reading/xlsx/serial-date.ts';
import type { XlsxKind } from './column.ts';
import { STYLE } from './static-parts.ts';
import { xmlText } from './xml-text.ts';

/** Characters that Excel lets a cell hold, and significant digits that it keeps. */
const TEXT_LIMIT = 32_767;
const DIGITS = 15;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** One cell; text is always marked as text, so nothing in it can run as a formula. */
export function cellXml(
  reference: string,
  kind: XlsxKind,
  value: string,
  style: number = STYLE.plain,
): string {
  switch (kind) {
    case 'number':
      if (isExact(value)) return numberXml(reference, style, value);
      break;
    case 'percent':
      if (isExact(value)) return numberXml(reference, STYLE.percent, new Big(value).div(100).toFixed());
      break;
    case 'boolean':
      if (value === 'true' || value === 'false')
        return `<c r="${reference}" t="b"><v>${value === 'true' ? 1 : 0}</v></c>`;
      break;
    case 'date':
    case 'dateTime': {
      const serial = dateSerial(value);
      if (serial !== undefined) return numberXml(reference, STYLE[kind], String(serial));
      break;
    }
    case 'text':
      break;
  }
  return textXml(reference, style, value);
}

function isExact(value: string): boolean {
  return NUMBER.test(value) && value.replace(/^-?0*\.?0*|\./g, '').length <= DIGITS;
}

function numberXml(reference: string, style: number, value: string): string {
  return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

function textXml(reference: string, style: number, value: string): string {
  const held = value.length > TEXT_LIMIT ? `${value.slice(0, TEXT_LIMIT - 1)}…` : value;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(held)}</t></is></c>`;
}
