import {
  Button,
  Group,
  MultiSelect,
  SegmentedControl,
  Stack,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { useDeclaredRights } from '../rights/use-rights.ts';
import { draftOf, type ProviderDraft, providerOf, type StoredProvider } from './provider.ts';

interface ProviderDialogProps {
  readonly provider: StoredProvider | undefined;
  onClose(): void;
  onDone(): void;
}

const texts = {
  oidc: ['issuer', 'clientId', 'clientSecret'],
  saml: ['entryPoint', 'issuer'],
} as const;

/** How strong a sign-in at the provider must be. */
const strengths = { oidc: ['acrValues', 'amrValues'], saml: ['acrValues'] } as const;

/** Names a system that vouches for people, and says whom it may let in. */
export function ProviderDialog({ provider, onClose, onDone }: ProviderDialogProps) {
  const { t } = useTranslation();
  const { data: rights } = useDeclaredRights();
  const [draft, setDraft] = useState(() => draftOf(provider));
  const [stored, setStored] = useState(provider);
  const set = (change: Partial<ProviderDraft>) => setDraft({ ...draft, ...change });
  const save = useMutation({
    mutationFn: () =>
      stored
        ? api.put<StoredProvider>(`sign-in-providers/${stored.id}`, providerOf(draft))
        : api.post<StoredProvider>('sign-in-providers', providerOf(draft)),
    onSuccess: (saved) => {
      onDone();
      if (stored) onClose();
      setStored(saved);
    },
  });
  const errors = save.error instanceof ProblemError ? save.error.fields : {};
  const word = (name: string) => t(`settings.signIn.field.${name}`);
  return (
    <Modal opened onClose={onClose} size="lg" title={stored?.label ?? t('settings.signIn.add')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md">
          <FormProblem error={save.error} known={errors} />
          {!stored && (
            <SegmentedControl
              aria-label={word('kind')}
              data={[
                { value: 'oidc', label: 'OpenID Connect' },
                { value: 'saml', label: 'SAML 2.0' },
              ]}
              value={draft.kind}
              onChange={(kind) => set({ kind: kind as ProviderDraft['kind'] })}
            />
          )}
          {stored && <Told provider={stored} />}
          <TextInput
            data-autofocus
            label={word('label')}
            description={word('labelHelp')}
            value={draft.label}
            error={errors.label}
            onChange={(event) => set({ label: event.currentTarget.value })}
          />
          {texts[draft.kind].map((name) => (
            <TextInput
              key={name}
              label={word(`${draft.kind}.${name}`)}
              placeholder={name === 'clientSecret' && stored ? '••••••••' : ''}
              autoComplete="off"
              spellCheck={false}
              value={draft[name]}
              error={errors[name]}
              onChange={(event) => set({ [name]: event.currentTarget.value })}
            />
          ))}
          {draft.kind === 'saml' && (
            <Textarea
              label={word('certificate')}
              autosize
              minRows={3}
              maxRows={6}
              spellCheck={false}
              value={draft.certificate}
              error={errors.certificates}
              onChange={(event) => set({ certificate: event.currentTarget.value })}
            />
          )}
          {strengths[draft.kind].map((name) => (
            <TagsInput
              key={name}
              label={word(name)}
              description={word(`${name}Help`)}
              value={draft[name]}
              error={errors[name]}
              onChange={(values) => set({ [name]: values })}
            />
          ))}
          <TagsInput
            label={word('domains')}
            description={word('domainsHelp')}
            value={draft.domains}
            error={errors.domains}
            onChange={(domains) => set({ domains })}
          />
          <Switch
            label={word('provision')}
            checked={draft.provision}
            onChange={(event) => set({ provision: event.currentTarget.checked })}
          />
          <MultiSelect
            label={word('defaultRoles')}
            data={rights?.roles.map(({ name, label }) => ({ value: name, label })) ?? []}
            value={draft.defaultRoles}
            error={errors.defaultRoles}
            onChange={(defaultRoles) => set({ defaultRoles })}
          />
          <Textarea
            label={word('groups')}
            description={word('groupsHelp')}
            autosize
            minRows={2}
            value={draft.groups}
            error={errors.roles}
            onChange={(event) => set({ groups: event.currentTarget.value })}
          />
          <Switch
            label={word('enabled')}
            checked={draft.enabled}
            onChange={(event) => set({ enabled: event.currentTarget.checked })}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('secondFactor.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={save.isPending}>
              {t('settings.signIn.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What is to be written into the provider's own settings. */
function Told({ provider: { callback, metadata } }: { provider: StoredProvider }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput readOnly label={t('settings.signIn.field.callback')} value={callback} />
      {metadata && <TextInput readOnly label={t('settings.signIn.field.metadata')} value={metadata} />}
    </>
  );
}
