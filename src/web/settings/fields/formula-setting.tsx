import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyView } from '#web/kit/lazy-view.ts';
import { settingsOf } from './draft.ts';
import type { DraftProps } from './draft-props.ts';

const ExpressionEditor = lazyView(() => import('../expressions/expression-editor.tsx'), 'ExpressionEditor');

/** What a formula computes. */
export function FormulaSetting({ object, draft, errors, change }: DraftProps) {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<Skeleton height={160} />}>
      <ExpressionEditor
        object={object}
        label={t('settings.expressions.formula')}
        description={t('settings.expressions.formulaHelp')}
        value={draft.expression ?? ''}
        name={draft.name}
        scale={draft.scale ?? settingsOf(draft.type).scale}
        error={errors.expression}
        onChange={(expression) => change({ expression })}
      />
    </Suspense>
  );
}
