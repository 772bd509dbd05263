/** Whether this browser can make passkeys for this address: never for a bare IP address. */
export function passkeysWork(): boolean {
  const { hostname } = window.location;
  return 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(hostname);
}
