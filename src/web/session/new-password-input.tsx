import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Where a password is chosen. */
export function NewPasswordInput(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('setup.password')}
      description={t('setup.passwordHelp')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      autoComplete="new-password"
      required
      withAsterisk={false}
      {...props}
    />
  );
}
