import type { FieldMeta } from '#kernel/meta.ts';
import { AddressDisplay } from './address/display.tsx';
import { AddressEditor } from './address/editor.tsx';
import { AutoNumberDisplay } from './auto-number/display.tsx';
import { BooleanDisplay } from './boolean/display.tsx';
import { BooleanEditor } from './boolean/editor.tsx';
import { ChoiceDisplay } from './choice/display.tsx';
import { ChoiceEditor } from './choice/editor.tsx';
import { DateDisplay } from './date/display.tsx';
import { DateTimeDisplay } from './date-time/display.tsx';
import { DecimalDisplay } from './decimal/display.tsx';
import { DecimalEditor } from './decimal/editor.tsx';
import { DurationDisplay } from './duration/display.tsx';
import { DurationEditor } from './duration/editor.tsx';
import { EmailDisplay } from './email/display.tsx';
import { EmailEditor } from './email/editor.tsx';
import type { FieldView } from './field-props.ts';
import { FileDisplay } from './file/display.tsx';
import { FileEditor } from './file/editor.tsx';
import { IntegerDisplay } from './integer/display.tsx';
import { IntegerEditor } from './integer/editor.tsx';
import { JsonDisplay } from './json/display.tsx';
import { JsonEditor } from './json/editor.tsx';
import { lazyView } from './lazy-view.ts';
import { LocationDisplay } from './location/display.tsx';
import { LocationEditor } from './location/editor.tsx';
import { LongTextDisplay } from './long-text/display.tsx';
import { LongTextEditor } from './long-text/editor.tsx';
import { ManyToManyDisplay } from './many-to-many/display.tsx';
import { ManyToManyEditor } from './many-to-many/editor.tsx';
import { MoneyDisplay } from './money/display.tsx';
import { MoneyEditor } from './money/editor.tsx';
import { MultiChoiceDisplay } from './multi-choice/display.tsx';
import { MultiChoiceEditor } from './multi-choice/editor.tsx';
import { PercentDisplay } from './percent/display.tsx';
import { PercentEditor } from './percent/editor.tsx';
import { PhoneDisplay } from './phone/display.tsx';
import { PhoneEditor } from './phone/editor.tsx';
import { ReferenceDisplay } from './reference/display.tsx';
import { ReferenceEditor } from './reference/editor.tsx';
import { RegardingDisplay } from './regarding/display.tsx';
import { RegardingEditor } from './regarding/editor.tsx';
import { TextDisplay } from './text/display.tsx';
import { TextEditor } from './text/editor.tsx';
import { UrlDisplay } from './url/display.tsx';
import { UrlEditor } from './url/editor.tsx';
import { UserDisplay } from './user/display.tsx';
import { UserEditor } from './user/editor.tsx';

const DateEditor = lazyView(() => import('./date/editor.tsx'), 'DateEditor');
const DateTimeEditor = lazyView(() => import('./date-time/editor.tsx'), 'DateTimeEditor');
const RichTextDisplay = lazyView(() => import('./rich-text/display.tsx'), 'RichTextDisplay');
const RichTextEditor = lazyView(() => import('./rich-text/editor.tsx'), 'RichTextEditor');

const text: FieldView = { Display: TextDisplay, Editor: TextEditor };

/** Every field type and how it is shown and edited. Those without an editor are worked out, never typed. */
const fieldViews: Readonly<Record<string, FieldView>> = {
  text,
  longText: { Display: LongTextDisplay, Editor: LongTextEditor, wide: true },
  richText: { Display: RichTextDisplay, Editor: RichTextEditor, wide: true },
  integer: { Display: IntegerDisplay, Editor: IntegerEditor, align: 'right' },
  decimal: { Display: DecimalDisplay, Editor: DecimalEditor, align: 'right' },
  money: { Display: MoneyDisplay, Editor: MoneyEditor, align: 'right' },
  percent: { Display: PercentDisplay, Editor: PercentEditor, align: 'right' },
  boolean: { Display: BooleanDisplay, Editor: BooleanEditor },
  date: { Display: DateDisplay, Editor: DateEditor },
  dateTime: { Display: DateTimeDisplay, Editor: DateTimeEditor },
  duration: { Display: DurationDisplay, Editor: DurationEditor, align: 'right' },
  choice: { Display: ChoiceDisplay, Editor: ChoiceEditor },
  multiChoice: { Display: MultiChoiceDisplay, Editor: MultiChoiceEditor },
  email: { Display: EmailDisplay, Editor: EmailEditor },
  phone: { Display: PhoneDisplay, Editor: PhoneEditor },
  url: { Display: UrlDisplay, Editor: UrlEditor },
  address: { Display: AddressDisplay, Editor: AddressEditor, wide: 'inForms' },
  location: { Display: LocationDisplay, Editor: LocationEditor },
  reference: { Display: ReferenceDisplay, Editor: ReferenceEditor },
  manyToMany: { Display: ManyToManyDisplay, Editor: ManyToManyEditor, wide: 'inForms' },
  regarding: { Display: RegardingDisplay, Editor: RegardingEditor },
  user: { Display: UserDisplay, Editor: UserEditor },
  autoNumber: { Display: AutoNumberDisplay },
  file: { Display: FileDisplay, Editor: FileEditor, wide: true },
  json: { Display: JsonDisplay, Editor: JsonEditor, wide: true },
  formula: { Display: TextDisplay },
  rollup: { Display: IntegerDisplay, align: 'right' },
};

/** How a field is drawn: a formula or roll-up like the type it yields, but without an editor. */
export function fieldView(field: FieldMeta): FieldView {
  const view = fieldViews[field.type] ?? text;
  if (view.Editor || !field.result) return view;
  const { Editor: _never, ...shown } = fieldViews[field.result] ?? text;
  return shown;
}
