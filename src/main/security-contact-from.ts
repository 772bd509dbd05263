/** Whom to tell of a weakness of this installation: an address of mail, the web or the telephone. */
export function securityContactFrom({
  GUANXI_SECURITY_CONTACT: contact,
}: NodeJS.ProcessEnv): string | undefined {
  if (contact === undefined || contact === '') return undefined;
  if (!/^(mailto:[^\s@]+@\S+|https:\/\/\S+|tel:\+?[\d-]+)$/.test(contact))
    throw new Error(
      'GUANXI_SECURITY_CONTACT is not an address such as mailto:security@example.com or https://example.com/security.',
    );
  return contact;
}
