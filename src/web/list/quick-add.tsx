import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useCreate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import { defaultValues } from '#web/fields/default-value.ts';
import type { Values } from '#web/fields/field-props.ts';
import { fitted } from '#web/fields/ruled-fields.ts';
import { useMoment } from '#web/fields/use-moment.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { toastCreated } from '#web/forms/toast-created.tsx';
import { typedStart } from '#web/forms/typed-values.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { useAsker } from '#web/record/actions/use-asker.ts';
import classes from './quick-add.module.css';

interface QuickAddProps {
  readonly object: ObjectMeta;
  /** What records of this list have in common. */
  readonly values: Values;
}

/** One line for new records: a name and Enter; the whole form when the server needs to know more. */
export function QuickAdd({ object, values }: QuickAddProps) {
  const { t } = useTranslation();
  const moment = useMoment();
  const asker = useAsker(object.name);
  const create = useCreate(object.name);
  const [text, setText] = useState('');
  const name = object.fields.find((field) => field.name === object.nameField);
  if (!object.can.create || !name || name.readOnly || name.type !== 'text') return null;

  const add = async () => {
    const typed = text.trim();
    if (typed === '' || create.isPending) return;
    const given = { ...values, [name.name]: typed };
    setText('');
    try {
      const usual = defaultValues(object.fields, moment());
      const start = fitted(object, typedStart(object, usual, given), asker).values;
      toastCreated(object, await create.mutateAsync({ ...start, ...given }));
    } catch (error) {
      if (error instanceof ProblemError && error.status === 422) {
        openRecordForm({ object: object.name, values: given });
      } else {
        setText(typed);
        toastProblem(error);
      }
    }
  };

  return (
    <div className={classes.line} data-print="hidden">
      <TextInput
        variant="unstyled"
        className={classes.input}
        leftSection={<IconPlus size={14} />}
        placeholder={t('list.quickAdd', { label: object.label })}
        aria-label={t('list.quickAdd', { label: object.label })}
        value={text}
        maxLength={name.maxLength}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
          if (event.key === 'Escape') setText('');
        }}
        autoComplete="off"
      />
    </div>
  );
}
