import type { FieldMeta } from '#kernel/meta.ts';
import { lazyPart } from '#web/kit/lazy-part.tsx';
import { lazyView } from '#web/kit/lazy-view.ts';
import { AddressDisplay } from './address/display.tsx';
import { AutoNumberDisplay } from './auto-number/display.tsx';
import { BooleanDisplay } from './boolean/display.tsx';
import { ChoiceDisplay } from './choice/display.tsx';
import { DateDisplay } from './date/display.tsx';
import { DateTimeDisplay } from './date-time/display.tsx';
import { DecimalDisplay } from './decimal/display.tsx';
import { DurationDisplay } from './duration/display.tsx';
import { EmailDisplay } from './email/display.tsx';
import type { FieldView } from './field-props.ts';
import { FileDisplay } from './file/display.tsx';
import { IntegerDisplay } from './integer/display.tsx';
import { JsonDisplay } from './json/display.tsx';
import { LocationDisplay } from './location/display.tsx';
import { LongTextDisplay } from './long-text/display.tsx';
import { ManyToManyDisplay } from './many-to-many/display.tsx';
import { MoneyDisplay } from './money/display.tsx';
import { MultiChoiceDisplay } from './multi-choice/display.tsx';
import { PercentDisplay } from './percent/display.tsx';
import { PhoneDisplay } from './phone/display.tsx';
import { ReferenceDisplay } from './reference/display.tsx';
import { RegardingDisplay } from './regarding/display.tsx';
import { TextDisplay } from './text/display.tsx';
import { UrlDisplay } from './url/display.tsx';
import { UserDisplay } from './user/display.tsx';

// Displays are on every screen; an editor is fetched when somebody edits, or before, while nothing else is to be done.
const AddressEditor = lazyView(() => import('./address/editor.tsx'), 'AddressEditor');
const BooleanEditor = lazyView(() => import('./boolean/editor.tsx'), 'BooleanEditor');
const ChoiceEditor = lazyView(() => import('./choice/editor.tsx'), 'ChoiceEditor');
const DateEditor = lazyView(() => import('./date/editor.tsx'), 'DateEditor');
const DateTimeEditor = lazyView(() => import('./date-time/editor.tsx'), 'DateTimeEditor');
const DecimalEditor = lazyView(() => import('./decimal/editor.tsx'), 'DecimalEditor');
const DurationEditor = lazyView(() => import('./duration/editor.tsx'), 'DurationEditor');
const EmailEditor = lazyView(() => import('./email/editor.tsx'), 'EmailEditor');
const FileEditor = lazyView(() => import('./file/editor.tsx'), 'FileEditor');
const IntegerEditor = lazyView(() => import('./integer/editor.tsx'), 'IntegerEditor');
const JsonEditor = lazyView(() => import('./json/editor.tsx'), 'JsonEditor');
const LocationEditor = lazyView(() => import('./location/editor.tsx'), 'LocationEditor');
const LongTextEditor = lazyView(() => import('./long-text/editor.tsx'), 'LongTextEditor');
const ManyToManyEditor = lazyView(() => import('./many-to-many/editor.tsx'), 'ManyToManyEditor');
const MoneyEditor = lazyView(() => import('./money/editor.tsx'), 'MoneyEditor');
const MultiChoiceEditor = lazyView(() => import('./multi-choice/editor.tsx'), 'MultiChoiceEditor');
const PercentEditor = lazyView(() => import('./percent/editor.tsx'), 'PercentEditor');
const PhoneEditor = lazyView(() => import('./phone/editor.tsx'), 'PhoneEditor');
const RecurrenceDisplay = lazyPart(() => import('./recurrence/display.tsx'), 'RecurrenceDisplay');
const RecurrenceEditor = lazyView(() => import('./recurrence/editor.tsx'), 'RecurrenceEditor');
const ReferenceEditor = lazyView(() => import('./reference/editor.tsx'), 'ReferenceEditor');
const RegardingEditor = lazyView(() => import('./regarding/editor.tsx'), 'RegardingEditor');
const RichTextDisplay = lazyPart(() => import('./rich-text/display.tsx'), 'RichTextDisplay');
const RichTextEditor = lazyView(() => import('./rich-text/editor.tsx'), 'RichTextEditor');
const TextEditor = lazyView(() => import('./text/editor.tsx'), 'TextEditor');
const UrlEditor = lazyView(() => import('./url/editor.tsx'), 'UrlEditor');
const UserEditor = lazyView(() => import('./user/editor.tsx'), 'UserEditor');

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
  recurrence: { Display: RecurrenceDisplay, Editor: RecurrenceEditor, wide: 'inForms' },
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
