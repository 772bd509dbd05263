import { Button, Group, NumberInput, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '#kernel/field/field.ts';
import { kindsOfLikeness, type LikenessKind } from '#kernel/likeness.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { type Sign, useSaySign } from './use-likenesses.ts';

interface SignDialogProps {
  readonly object: ObjectMeta;
  readonly ruleObject: ObjectMeta;
  readonly sign: Sign | undefined;
  onClose(): void;
}

/** A sign: which field, how its values are compared, and how far that convinces. */
export function SignDialog({ object, ruleObject, sign, onClose }: SignDialogProps) {
  const { t } = useTranslation();
  const [field, setField] = useState(sign?.field ?? null);
  const [kind, setKind] = useState<LikenessKind | null>(sign?.kind ?? null);
  const [weight, setWeight] = useState<string | number>(sign?.weight ?? 50);
  const say = useSaySign(ruleObject.name, object.name);
  const errors = say.error instanceof ProblemError ? say.error.fields : {};
  const compared = object.fields.filter((one) => kindsOfLikeness(one as Field).length > 0);
  const chosen = compared.find(({ name }) => name === field) as Field | undefined;
  const fitting = chosen === undefined ? [] : kindsOfLikeness(chosen);
  const labels = ruleObject.fields.find(({ name }) => name === 'kind')?.choices ?? [];
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    if (field === null || kind === null || weight === '') return;
    say.mutate({ own: sign?.own, values: { field, kind, weight: Number(weight) } }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} size="md" title={t('settings.likenesses.title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Select
            label={t('settings.likenesses.field')}
            data={compared.map(({ name, label }) => ({ value: name, label }))}
            value={field}
            onChange={(name) => {
              const next = compared.find((one) => one.name === name) as Field | undefined;
              setField(name);
              setKind((next && kindsOfLikeness(next)[0]) ?? null);
            }}
            error={errors.field ?? errors.object}
            disabled={sign !== undefined}
            searchable
            withAsterisk
          />
          <Select
            label={t('settings.likenesses.kind')}
            data={labels.filter(({ value }) => fitting.some((one) => one === value))}
            value={kind}
            onChange={(next) => next && setKind(next as LikenessKind)}
            error={errors.kind}
            disabled={sign !== undefined || field === null}
            withAsterisk
          />
          <NumberInput
            label={t('settings.likenesses.weight')}
            description={t('settings.likenesses.weightHelp')}
            value={weight}
            onChange={setWeight}
            error={errors.weight}
            suffix="%"
            min={0}
            max={100}
            step={5}
            allowDecimal={false}
            withAsterisk
          />
          <FormProblem error={say.error} known={known} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={say.isPending} disabled={kind === null}>
              {t('record.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const known = { object: 1, field: 1, kind: 1, weight: 1 };
